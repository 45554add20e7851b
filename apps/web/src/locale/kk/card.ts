export const card = {
  whatIsNeeded: 'Не керек',
  inOther: 'Басқа тілде қысқаша (міндетті емес)',
  inOtherWhy: 'Басқа тілде оқитын әріптесіңіз тәжірибенің не туралы екенін түсінеді.',
  titleIn: (language: string) => `Атауы: ${language}`,
  summaryIn: (language: string) => `Қысқаша: ${language}`,
  bothOrNone: 'Атауын да, қысқаша мазмұнын да жазыңыз немесе екеуін де бос қалдырыңыз.',
}
