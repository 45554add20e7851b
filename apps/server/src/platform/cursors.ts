import { AcademyError } from '@academy/contract'

type Shape = Record<string, 'number' | 'text'>
type Place<S extends Shape> = { [K in keyof S]: S[K] extends 'number' ? number : string }

/** A list's place as an opaque string, its values in the order of the shape they are read with. */
export const writeCursor = (...values: (number | string)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url')

/** Reads what `writeCursor` wrote. A made-up one is `bad-input` or an empty page, never another's rows. */
export function readCursor<const S extends Shape>(cursor: string | null, shape: S): Place<S> | null {
  if (cursor === null) return null
  const names = Object.keys(shape)
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const fits =
      Array.isArray(values) &&
      values.length === names.length &&
      names.every((name, n) => (shape[name] === 'number' ? isCount(values[n]) : isText(values[n])))
    if (fits) return Object.fromEntries(names.map((name, n) => [name, (values as unknown[])[n]])) as Place<S>
  } catch {
    // Not JSON: answered below.
  }
  throw new AcademyError('bad-input', { fields: ['cursor'] })
}

/** Times in milliseconds and counts: up to the year 9999, which both databases can write down. */
const isCount = (value: unknown) =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < 253_402_300_800_000

const isText = (value: unknown) => typeof value === 'string' && value.isWellFormed() && !value.includes('\0')
