import { formatNumber } from '@academy/language/numbers'
import { locale } from '../locale/locale.ts'

const KB = 1024
const UNITS = { kk: ['КБ', 'МБ'], ru: ['КБ', 'МБ'], en: ['KB', 'MB'] } as const

/** «340 КБ», «2,1 МБ». */
export function sizeOf(bytes: number): string {
  const [kb, mb] = UNITS[locale()]
  const small = bytes < KB * KB
  return `${small ? formatNumber(locale(), Math.ceil(bytes / KB)) : formatNumber(locale(), bytes / KB / KB, 1)} ${small ? kb : mb}`
}
