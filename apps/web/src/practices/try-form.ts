import type { ClassKind, Locale, Outcome } from '@academy/contract'
import { almaty } from '@academy/language/clock'

/** What is told of a try, as it is typed. */
export interface Written {
  outcome: Outcome | ''
  day: string
  classKind: ClassKind
  grades: number[]
  pupils: string
  language: Locale
  happened: string
  conditions: string
  changed: string
  placeId: string
}

const pad = (n: number) => `${n}`.padStart(2, '0')
export const today = () => {
  const { year, month, day } = almaty(Date.now())
  return `${year}-${pad(month)}-${pad(day)}`
}

/** What stands there, as it is typed. */
export const writtenOf = ({
  outcome,
  day,
  classKind,
  grades,
  pupils,
  language,
  happened,
  conditions,
  changed,
}: Omit<Written, 'pupils' | 'placeId'> & { pupils: number | null }): Written => ({
  outcome,
  day,
  classKind,
  grades: [...grades],
  pupils: pupils === null ? '' : `${pupils}`,
  language,
  happened,
  conditions,
  changed,
  placeId: '',
})
