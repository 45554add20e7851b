import type { Locale } from '@academy/contract'
import type { Words } from '../words.ts'

export const translated = {
  from: (from: Locale, by: 'person' | 'machine') =>
    `${by === 'machine' ? 'Машинный перевод' : 'Перевод'} с ${{ kk: 'казахского', ru: 'русского', en: 'английского' }[from]}, проверен учителем.`,
  stale: (places: string) => `С тех пор в оригинале изменилось: ${places}.`,
  places: { title: 'Название', purpose: 'Для чего', needs: 'Что ещё нужно' },
  stepPlace: (n: number) => `Шаг ${n}`,
  toOriginal: 'Читать оригинал',
  toTranslation: 'Читать перевод',
  languages: 'Языки',
  original: 'оригинал',
  verified: 'перевод проверен',
  behind: 'оригинал изменился',
  draft: 'перевод ещё не проверен',
  machine: 'машинный перевод, не проверен',
  translate: 'Перевести',
  look: 'Открыть перевод',
  read: 'Читать',
} satisfies Words['translated']
