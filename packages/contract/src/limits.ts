/** Every bound on what may be sent, in one place. Lengths are in UTF-16 units, times in milliseconds. */
export const LIMITS = {
  /** The largest body of one HTTP request or socket frame, bytes. */
  body: 256 * 1024,
  /** Most calls in one HTTP batch. */
  batch: 10,

  name: 80,
  loginName: { min: 3, max: 32 },
  password: { min: 8, max: 128 },
  email: 254,
  placeName: 160,
  invitation: { usual: 14 * 24 * 3600_000, longest: 90 * 24 * 3600_000, uses: 500, usesUsual: 60, note: 60 },
  recovery: 24 * 3600_000,

  search: 200,
  page: { usual: 30, most: 100 },

  /** Practices are counted up to this; more are "so many and more": to count on would take longer the larger the library is. */
  counted: 1000,

  title: 160,
  question: 500,
  answer: 4000,
  reason: 300,
  questionsPerPerson: 10,
  message: 4000,
  topicTitle: 160,
  /** Topics that stand above the others of a room. */
  pins: 5,
  /** Unread messages are counted up to this. */
  unread: 100,
  /** Messages of one person: so many at once (an outbox that was offline for days), then so many a minute. */
  posts: { atOnce: 200, perMinute: 20 },

  practiceText: 4000,
  practiceMinutes: 600,
  practiceStep: 1000,
  practiceSteps: 20,
  objectiveCode: 20,
  classSize: 60,
  attachments: 12,
  /** Who writes a practice besides its author, and how long a link to join them holds. */
  coAuthors: 5,
  authorLink: 7 * 24 * 3600_000,
  /** A form half filled in, as JSON; and drafts of one person. */
  draft: 120_000,
  drafts: 30,
  reviewsWanted: 3,
  reviewText: 1000,
  trialText: 2000,
  /** Reviews one has taken and not sent yet. */
  reviewsAtOnce: 3,
  evidence: 2000,
  /** Collections of one person, practices in one of them. */
  collections: 50,
  collectionPractices: 100,
  collectionNote: 1000,
  files: {
    /** Bytes of one file as it is brought. */
    size: 25 * 1024 * 1024,
    /** Pixels of an image, before it is made smaller. */
    pixels: 40_000_000,
    /** The longer side of an image as it is kept, and of the small one for lists. */
    side: 2048,
    smallSide: 480,
    /** What all files of one school may take, bytes. */
    quota: 2 * 1024 * 1024 * 1024,
    /** New uploads of one person in an hour, and how many may be unfinished at once. */
    perHour: 120,
    unfinished: 30,
    /** An upload that nobody goes on with, and a file that belongs to nothing, are forgotten after so long. */
    forgetAfter: 24 * 3600_000,
    /** So long a command may wait for its file to arrive. */
    waitFor: 7 * 24 * 3600_000,
  },
  /** A practice taken along as a file: what of its files goes in; its bytes, packed and unpacked, and how many times more it may be unpacked. */
  pack: {
    files: 32 * 1024 * 1024,
    size: 48 * 1024 * 1024,
    unpacked: 64 * 1024 * 1024,
    times: 60,
    text: 512 * 1024,
    perHour: 40,
  },
  url: 500,
  list: 30,

  /** A cursor older than this, or this many news behind, gets a snapshot instead. */
  newsAge: 30 * 24 * 3600_000,
  newsBehind: 1000,
  /** How long a command's hash and first answer are kept. */
  commandAge: 90 * 24 * 3600_000,
  /** Gauges of one stream are sent at most this often. */
  gaugeEvery: 200,

  login: { usual: 90 * 24 * 3600_000, sharedPhone: 24 * 3600_000 },
  /** Guests are forgotten this long after their session is archived; kept drafts after a login expired, too. */
  guestAfterArchive: 30 * 24 * 3600_000,
  keptDrafts: 30 * 24 * 3600_000,
} as const
