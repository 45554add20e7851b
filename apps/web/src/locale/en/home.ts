import type { Words } from '../words.ts'

export const home = {
  today: 'Today',
  hello: (name) => `Hello, ${name}!`,
  waits: 'Waiting for you',
  nothingWaits: 'Nothing is waiting for you now.',
  liveOpen: 'Questions are open',
  liveStarts: (when) => `Starts: ${when}`,
  newMessages: (n) => `${n} new`,
  practices: 'New practices',
  noPractices: 'The library has no practices yet.',
  allPractices: 'All practices',
  allRooms: 'All rooms',
  mixed: 'For a combined class',
  share: 'Share a practice',
  invite: 'Invite people',
  ask: 'Ask a question',
  toRooms: 'To the discussions',
  toLive: 'To the live sessions',
} satisfies Words['home']
