import type { Locale, PlaceBrief } from '@academy/contract'

/** What one pastes into a messenger: in the language of whoever gets it, so all three stand here side by side. */
interface Letters {
  invitation(place: string, note: string, link: string, until: string): string
  recovery(name: string, link: string): string
}

const withNote = (place: string, note: string) => (note ? `${place}, ${note}` : place)

export const LETTERS: Record<Locale, Letters> = {
  kk: {
    invitation: (place, note, link, until) =>
      `Сәлеметсіз бе! Сізді Ауыл педагогикалық академиясына шақырамыз (${withNote(place, note)}). Сілтемені ашып, атыңызды жазыңыз және құпиясөз ойлап табыңыз:\n${link}\nСілтеменің мерзімі: ${until}`,
    recovery: (name, link) =>
      `${name}, Ауыл педагогикалық академиясына жаңа құпиясөз қоятын сілтемеңіз:\n${link}\nОл бір рет қана, 24 сағат жарайды. Ешкімге бермеңіз.`,
  },
  ru: {
    invitation: (place, note, link, until) =>
      `Здравствуйте! Приглашаем вас в Сельскую педагогическую академию (${withNote(place, note)}). Откройте ссылку, напишите своё имя и придумайте пароль:\n${link}\nСсылка действует до: ${until}`,
    recovery: (name, link) =>
      `${name}, ссылка, чтобы задать новый пароль в Сельской педагогической академии:\n${link}\nОна одноразовая и действует 24 часа. Никому её не передавайте.`,
  },
  en: {
    invitation: (place, note, link, until) =>
      `Hello! You are invited to the Rural Pedagogical Academy (${withNote(place, note)}). Open the link, write your name and choose a password:\n${link}\nThe link works until: ${until}`,
    recovery: (name, link) =>
      `${name}, here is the link to set a new password at the Rural Pedagogical Academy:\n${link}\nIt works once, for 24 hours. Do not pass it on.`,
  },
}

const SAMPLE: Record<Locale, string> = { kk: 'үлгі', ru: 'образец', en: 'sample' }

/** A place as it is named to somebody who reads another language than the page. */
export const placeNameIn = ({ name, demo }: PlaceBrief, locale: Locale): string => {
  const text = name[locale] || name.kk || name.ru || name.en
  return demo ? `${text} – ${SAMPLE[locale]}` : text
}
