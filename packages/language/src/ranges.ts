import type { Locale } from './locale.ts'
import { JOIN, NBSP } from './spaces.ts'

const span = (from: number, to: number) => (from === to ? `${from}` : `${from}${JOIN}–${JOIN}${to}`)

/** «1–4-сынып», «1–4 классы», "grades 1–4"; one grade when both ends are the same. Never breaks over two lines. */
export function grades(locale: Locale, from: number, to: number = from): string {
  const range = span(Math.min(from, to), Math.max(from, to))
  const one = from === to
  if (locale === 'kk') return `${range}-${JOIN}сынып`
  if (locale === 'ru') return `${range}${NBSP}${one ? 'класс' : 'классы'}`
  return `${one ? 'grade' : 'grades'}${NBSP}${range}`
}

/** «45 мин», "45 min". */
export const minutes = (locale: Locale, n: number): string => `${n}${NBSP}${locale === 'en' ? 'min' : 'мин'}`
