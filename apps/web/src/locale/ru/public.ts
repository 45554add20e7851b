import type { Words } from '../words.ts'

export const publicWords = {
  todo: '',
} satisfies Words['public']
