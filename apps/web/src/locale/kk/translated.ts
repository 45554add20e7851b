import type { Locale } from '@academy/contract'

/** What a practice's page says of its languages. */
export const translated = {
  from: (from: Locale, by: 'person' | 'machine') =>
    `${{ kk: 'Қазақ', ru: 'Орыс', en: 'Ағылшын' }[from]} тілінен ${by === 'machine' ? 'машина аударған' : 'аударылған'}, мұғалім тексерген.`,
  stale: (places: string) => `Түпнұсқада содан бері өзгерген жерлер: ${places}.`,
  places: { title: 'Атауы', purpose: 'Не үшін', needs: 'Тағы не керек' },
  stepPlace: (n: number) => `${n}-қадам`,
  toOriginal: 'Түпнұсқасын оқу',
  toTranslation: 'Аудармасын оқу',
  languages: 'Тілдері',
  original: 'түпнұсқа',
  verified: 'тексерілген',
  behind: 'түпнұсқа өзгерген',
  draft: 'әлі тексерілмеген',
  machine: 'машина аударған, тексерілмеген',
  translate: 'Аудару',
  look: 'Аудармасын ашу',
  read: 'Оқу',
}
