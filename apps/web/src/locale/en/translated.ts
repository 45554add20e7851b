import type { Locale } from '@academy/contract'
import type { Words } from '../words.ts'

export const translated = {
  from: (from: Locale, by: 'person' | 'machine') =>
    `${by === 'machine' ? 'Translated by a machine' : 'Translated'} from ${{ kk: 'Kazakh', ru: 'Russian', en: 'English' }[from]}, checked by a teacher.`,
  stale: (places: string) => `Changed in the original since: ${places}.`,
  places: { title: 'Title', purpose: 'What it is for', needs: 'What else is needed' },
  stepPlace: (n: number) => `Step ${n}`,
  toOriginal: 'Read the original',
  toTranslation: 'Read the translation',
  languages: 'Languages',
  original: 'the original',
  verified: 'checked',
  behind: 'the original has changed',
  draft: 'not checked yet',
  machine: 'by a machine, not checked',
  translate: 'Translate',
  look: 'Open the translation',
  read: 'Read',
} satisfies Words['translated']
