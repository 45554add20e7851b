import type { Locale } from '@academy/contract'

const WORDS: Record<Locale, { subject: string; text: (link: string) => string }> = {
  kk: {
    subject: 'Құпиясөзді қалпына келтіру',
    text: (link) =>
      `Сәлеметсіз бе!\n\nЖаңа құпиясөз қою үшін мына сілтемені ашыңыз. Ол 24 сағат бойы және бір рет қана жарамды:\n${link}\n\nЕгер мұны сіз сұрамасаңыз, бұл хатты елемеңіз: ештеңе өзгермейді.`,
  },
  ru: {
    subject: 'Восстановление пароля',
    text: (link) =>
      `Здравствуйте!\n\nЧтобы задать новый пароль, откройте ссылку. Она действует 24 часа и только один раз:\n${link}\n\nЕсли Вы этого не просили, не обращайте внимания на письмо: ничего не изменится.`,
  },
  en: {
    subject: 'A new password',
    text: (link) =>
      `Hello,\n\nOpen this link to set a new password. It works for 24 hours and only once:\n${link}\n\nIf you did not ask for it, ignore this letter: nothing will change.`,
  },
}

export const recoveryLetter = (locale: Locale, link: string) => ({
  subject: WORDS[locale].subject,
  text: WORDS[locale].text(link),
})
