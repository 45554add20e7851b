import type { finding as kk } from '../kk/finding.ts'

/** How a search went: what stands beside and below a found practice. */
export const finding = {
  searchedFor: (meant: string) => `Showing results for “${meant}”`,
  asTyped: (typed: string) => `Search for “${typed}” as typed`,
  inLanguage: { kk: 'in Kazakh', ru: 'in Russian', en: 'in English' },
  fits: {
    ungraded: 'for a multigrade class',
    'class-size': 'for a small class',
    language: 'in your school’s language',
    offline: 'without internet',
    devices: 'without devices',
    tried: 'tried in other schools',
  },
  fit: (reasons: string) => `Fits your school: ${reasons}`,
} satisfies typeof kk
