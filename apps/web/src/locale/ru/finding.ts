import type { finding as kk } from '../kk/finding.ts'

/** How a search went: what stands beside and below a found practice. */
export const finding = {
  searchedFor: (meant: string) => `Показано по запросу «${meant}»`,
  asTyped: (typed: string) => `Искать именно «${typed}»`,
  inLanguage: { kk: 'на казахском', ru: 'на русском', en: 'на английском' },
  fits: {
    ungraded: 'для совмещённого класса',
    'class-size': 'для маленького класса',
    language: 'на языке вашей школы',
    offline: 'без интернета',
    devices: 'без устройств',
    tried: 'применяли в других школах',
  },
  fit: (reasons: string) => `Подходит вашей школе: ${reasons}`,
} satisfies typeof kk
