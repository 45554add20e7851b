import type { Words } from '../words.ts'

export const practices = {
  title: 'Practices',
  practice: 'Practice',
  write: 'Share a practice',
  none: 'Nothing like this yet. Remove one filter.',
} satisfies Words['practices']
