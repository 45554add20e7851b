import * as v from 'valibot'
import type { PlacePath } from './actors.ts'
import type { PracticeCredit } from './adaptations.ts'
import { command, maybeText, type Page, pageShape } from './commands.ts'
import type { FileView } from './files.ts'
import { Id } from './ids.ts'
import { LIMITS } from './limits.ts'
import { Locale } from './locale.ts'
import type { PlaceBrief } from './places.ts'
import {
  contentEntries,
  grades,
  type Internet,
  Literacy,
  otherLanguages,
  type PracticeContent,
  type Slug,
  slugs,
} from './practice-card.ts'
import type { TranslationShown } from './translations.ts'

/** `members` is for people with an account: no page, list, search or count shows it to anybody else. */
export const PracticeVisibility = v.picklist(['public', 'members'])
export type PracticeVisibility = v.InferOutput<typeof PracticeVisibility>

/** The command's id is the practice's id. */
export const PublishPractice = v.pipe(
  command({
    ...contentEntries,
    placeId: Id,
    visibility: PracticeVisibility,
    /** The draft on the server that it was: gone with the same write. */
    draft: v.optional(Id),
    /** What it is an adaptation of, and the version it was made from. */
    origin: v.optional(v.strictObject({ practiceId: Id, version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) })),
  }),
  v.forward(
    v.check((it) => otherLanguages(it)),
    ['alsoIn'],
  ),
)
export type PublishPractice = v.InferOutput<typeof PublishPractice>

export const EditPractice = v.pipe(
  command({
    ...contentEntries,
    visibility: PracticeVisibility,
    practiceId: Id,
    /** The version this one was made from. When it is no longer the current one, nothing is written over it. */
    base: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    /** The adaptation of it from which something is taken back in. */
    takenFrom: v.optional(Id),
  }),
  v.forward(
    v.check((it) => otherLanguages(it)),
    ['alsoIn'],
  ),
)
export type EditPractice = v.InferOutput<typeof EditPractice>

export const WithdrawPractice = command({
  practiceId: Id,
  /** For the author, who is told; the author's own withdrawal needs none. */
  reason: maybeText(LIMITS.reason),
})
export type WithdrawPractice = v.InferOutput<typeof WithdrawPractice>

/** Anything may stand in a search field; what is beyond anybody's question is cut and never refused. */
const searchText = v.pipe(
  v.string(),
  v.maxLength(100_000),
  v.transform((typed) => typed.slice(0, LIMITS.search)),
)

/** Lengths one may ask for: at most so many minutes. */
export const MINUTES_AT_MOST = [15, 30, 45, 90] as const

const filterEntries = {
  /** Whose words the answer is in: names of subjects, and the short form where the practice is in another language. */
  locale: Locale,
  search: v.optional(searchText, ''),
  /** Nothing is looked for in the place of what was typed, though that finds nothing. */
  asTyped: v.optional(v.boolean(), false),
  /** Within one list any will do, all lists together must hold. */
  subjects: v.optional(slugs, []),
  grades: v.optional(grades, []),
  methods: v.optional(slugs, []),
  languages: v.optional(v.pipe(v.array(Locale), v.maxLength(LIMITS.list)), []),
  ungraded: v.optional(v.boolean(), false),
  functionalLiteracy: v.optional(v.boolean(), false),
  /** Areas of functional literacy. */
  literacy: v.optional(v.pipe(v.array(Literacy), v.maxLength(LIMITS.list)), []),
  /** Only what needs no internet in class. */
  offline: v.optional(v.boolean(), false),
  /** Only what nobody needs a device for. */
  noDevices: v.optional(v.boolean(), false),
  /** Only what was tried in schools like the reader's own; all the same to whoever has none. */
  triedLikeMine: v.optional(v.boolean(), false),
  /** Only subjects of what one has written or tried; where there is none yet, all of them. */
  mySubjects: v.optional(v.boolean(), false),
  /** At most this long. */
  minutes: v.optional(v.nullable(v.picklist(MINUTES_AT_MOST)), null),
}

export const PracticeFilters = v.strictObject(filterEntries)
export type PracticeFilters = v.InferOutput<typeof PracticeFilters>
export const ListPractices = v.strictObject({
  ...filterEntries,
  ...pageShape,
  /** The last word is not typed to its end: it may be the beginning of any, and nothing is counted that can wait. */
  typing: v.optional(v.boolean(), false),
})
export type ListPractices = v.InferOutput<typeof ListPractices>
export const MyPractices = v.strictObject({ ...pageShape })
export type MyPractices = v.InferOutput<typeof MyPractices>

export const PracticeRef = v.strictObject({ practiceId: Id, locale: Locale })
export type PracticeRef = v.InferOutput<typeof PracticeRef>
export const PracticeVersions = v.strictObject({ practiceId: Id, ...pageShape })
export type PracticeVersions = v.InferOutput<typeof PracticeVersions>
export const PracticeVersionRef = v.strictObject({
  practiceId: Id,
  n: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
})
export type PracticeVersionRef = v.InferOutput<typeof PracticeVersionRef>
export const PracticeWordsIn = v.strictObject({ locale: Locale })

/** A word of a dictionary in the reader's language. */
export interface DictionaryWord {
  slug: Slug
  name: string
}

/** The dictionaries in one language, in its alphabetical order. */
export interface PracticeWords {
  subjects: DictionaryWord[]
  methods: DictionaryWord[]
  resources: DictionaryWord[]
  evidence: DictionaryWord[]
}

/** A practice in a list. */
export interface PracticeRow {
  id: Id
  title: string
  language: Locale
  /** In the reader's language, where the practice is in another one: of its verified translation, or as its author wrote it. */
  brief: { title: string; summary: string } | null
  subjects: DictionaryWord[]
  grades: number[]
  minutes: number
  internet: Internet
  ungraded: boolean
  functionalLiteracy: boolean
  /** Null: the account was deleted. */
  author: string | null
  /** Peers of how many other schools have reviewed it. */
  reviewedBy: number
  place: PlaceBrief
  visibility: PracticeVisibility
  publishedAt: number
  /** Null when it stands as it was published. */
  editedAt: number | null
}

/** A practice on its own page: the whole card, with the words of the dictionaries in the reader's language. */
export interface PracticeView
  extends PracticeRow,
    Omit<PracticeContent, keyof PracticeRow | 'attachments' | 'links' | 'resources' | 'methods' | 'evidence'> {
  /** Who writes it together with its author, by name. */
  coAuthors: string[]
  /** What an edit of it names as its `base`. */
  version: number
  /** What it was adapted from, nearest first; what the reader may not see is left out. */
  chain: PracticeOrigin[]
  /** Whose adaptations it has taken something back in from; what the reader may not see is left out. */
  credits: PracticeCredit[]
  attachments: FileView[]
  links: DictionaryWord[]
  resources: DictionaryWord[]
  methods: DictionaryWord[]
  evidence: DictionaryWord[]
}

/** One practice of the chain an adaptation comes from. */
export interface PracticeOrigin extends PracticeCredit {
  /** The version the next one was made from. */
  version: number
}

/** Why it is no longer there: for its author and for those who might have withdrawn it. */
export interface Withdrawal {
  at: number
  byAuthor: boolean
  reason: string
}

export interface PracticeOpened {
  practice: PracticeView
  /** In the reader's language, where the practice is in another one and somebody verified it. */
  translation: TranslationShown | null
  withdrawal: Withdrawal | null
  may: { edit: boolean; withdraw: boolean; versions: boolean }
}

/** One's own practice, and the view of `practice.changed` in `member:<id>`. */
export interface MyPracticeView {
  id: Id
  title: string
  language: Locale
  version: number
  visibility: PracticeVisibility
  publishedAt: number
  editedAt: number | null
  withdrawal: Withdrawal | null
}

/** From and to of a word that was looked for, in UTF-16 units of the text it stands in. */
export type Mark = [from: number, to: number]

/** Why a practice suits the reader's own school. */
export const FITS = ['ungraded', 'class-size', 'language', 'offline', 'devices', 'tried'] as const
export type Fit = (typeof FITS)[number]

/** How a search found it. */
export interface Found {
  /** In the title as the row shows it. */
  title: Mark[]
  /** A place in its texts, where the title does not say it all. */
  excerpt: { text: string; language: Locale; marks: Mark[] } | null
  /** It says what was looked for in another language alone. */
  across: boolean
  /** What tells most first; nothing for whoever has no school. */
  fit: Fit[]
}

export interface PracticeRowFound extends PracticeRow {
  /** Null where nothing was searched for. */
  found: Found | null
}

export interface PracticePage extends Page<PracticeRowFound> {
  /** How many there are in all; beyond `LIMITS.counted` one more than that; told with the first page, null with the others and while a word is typed that begins many. */
  total: number | null
  /** What was looked for in the place of what was typed, which finds nothing; else null. */
  searchedFor: string | null
}

export interface PracticeVersionRow {
  n: number
  at: number
  /** Null: the account was deleted. */
  by: string | null
  title: string
}

/** One version as it was written, for its author and those who answer for the place. */
export interface PracticeVersionView extends PracticeVersionRow {
  content: PracticeContent
}

/** How many practices each further filter would leave. Subjects are counted as if none of them were chosen yet. */
export interface PracticeFacets {
  subjects: (DictionaryWord & { count: number })[]
  languages: Record<Locale, number>
  ungraded: number
  functionalLiteracy: number
  literacy: Record<Literacy, number>
  offline: number
  noDevices: number
  /** Null for whoever has no school of their own. */
  triedLikeMine: number | null
  /** Null: one has written and tried nothing yet. */
  mySubjects: number | null
}

/** What policy needs to know of a practice. */
export interface PracticeFacts {
  authorId: Id | null
  coAuthorIds: readonly Id[]
  placePath: PlacePath
  visibility: PracticeVisibility
  withdrawn: boolean
}
