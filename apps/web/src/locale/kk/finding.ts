/** How a search went: what stands beside and below a found practice. */
export const finding = {
  searchedFor: (meant: string) => `«${meant}» деп іздедік`,
  asTyped: (typed: string) => `«${typed}» деп іздеу`,
  inLanguage: { kk: 'қазақша', ru: 'орысша', en: 'ағылшынша' },
  fits: {
    ungraded: 'біріктірілген сыныпқа',
    'class-size': 'шағын сыныпқа',
    language: 'мектебіңіздің тілінде',
    offline: 'интернетсіз',
    devices: 'құрылғысыз',
    tried: 'басқа мектепте қолданылған',
  },
  fit: (reasons: string) => `Мектебіңізге сай: ${reasons}`,
}
