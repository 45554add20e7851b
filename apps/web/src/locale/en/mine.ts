import type { mine as kk } from '../kk/mine.ts'

export const mine = {
  yours: 'Your questions',
  yourOriginal: 'As you wrote it',
  mergedWith: (body: string) => `Merged with “${body}”. You will get the answer too.`,
  reason: 'Reason',
  states: {
    review: 'Being checked',
    queued: 'In the queue',
    answering: 'On air',
    answered: 'Answered',
    merged: 'Merged with a similar question',
    declined: 'Not accepted',
    away: 'Put away',
  },
} satisfies typeof kk
