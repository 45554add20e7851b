/** A place in what was written: `['steps', 1, 'text']`. */
export type FieldPath = (string | number)[]

/** Where two wrote something else: one's own stands in the merged text, the other's is here until somebody chooses. */
export interface Clash {
  at: FieldPath
  theirs: unknown
}

/**
 * Two who began with the same (`was`), field by field: where only one changed a field, that one's stands; where both did, one's own
 * stands and the other's is told. Nothing of either is lost: of lists of words both additions are kept, and of steps those of both.
 */
export function mergeFields<T>(was: unknown, mine: T, theirs: T): { merged: T; clashes: Clash[] } {
  const clashes: Clash[] = []
  const merged = merge(was, mine, theirs, [], clashes) as T
  return { merged, clashes }
}

/** The same with another value at a place; a step that is no longer there is added at the end. */
export function putAt<T>(it: T, [key, ...rest]: FieldPath, value: unknown): T {
  if (key === undefined) return value as T
  if (!Array.isArray(it)) {
    const held = (it ?? {}) as Record<string, unknown>
    return { ...held, [key]: putAt(held[key], rest, value) } as T
  }
  const at = Math.min(Number(key), it.length)
  const items = [...(it as unknown[])]
  items[at] = putAt(items[at], rest, value)
  return items as T
}

export const valueAt = (it: unknown, at: FieldPath): unknown =>
  at.reduce<unknown>((held, key) => (held as Record<string | number, unknown> | null | undefined)?.[key], it)

type Fields = Record<string, unknown>

const isFields = (it: unknown): it is Fields => typeof it === 'object' && it !== null && !Array.isArray(it)
/** Nothing written: never asked for, said to be nothing, or cleared. */
const isNothing = (it: unknown) => it === undefined || it === null || it === ''

function same(a: unknown, b: unknown): boolean {
  if (a === b || (isNothing(a) && isNothing(b))) return true
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, n) => same(item, b[n]))
  if (isFields(a) && isFields(b)) return keysOf(a, b).every((key) => same(a[key], b[key]))
  return false
}

const keysOf = (...all: Fields[]) => [...new Set(all.flatMap(Object.keys))]

function merge(was: unknown, mine: unknown, theirs: unknown, at: FieldPath, clashes: Clash[]): unknown {
  if (same(theirs, was) || same(mine, theirs)) return mine
  if (same(mine, was)) return theirs
  if (isFields(mine) && isFields(theirs)) {
    const began = isFields(was) ? was : {}
    return Object.fromEntries(
      keysOf(mine, theirs).map((key) => [key, merge(began[key], mine[key], theirs[key], [...at, key], clashes)]),
    )
  }
  if (Array.isArray(mine) && Array.isArray(theirs)) {
    const began: unknown[] = Array.isArray(was) ? was : []
    const both = [began, mine, theirs].every(isList) ? mergeList(began, mine, theirs, at, clashes) : undefined
    const list = both ?? mergeRows(began, mine, theirs, at, clashes)
    if (list) return list
  }
  // What was only taken away there leaves nothing to choose.
  if (!isNothing(theirs)) clashes.push({ at, theirs })
  return mine
}

/** Words of a dictionary, grades, files: each is there once, and their order says nothing. */
const isList = (items: unknown[]) => items.every((item) => !isFields(item) || 'fileId' in item)
const nameOf = (item: unknown) => (isFields(item) ? item.fileId : item)

function mergeList(was: unknown[], mine: unknown[], theirs: unknown[], at: FieldPath, clashes: Clash[]): unknown[] {
  const byName = (items: unknown[]) => new Map(items.map((item) => [nameOf(item), item]))
  const [began, here, there] = [byName(was), byName(mine), byName(theirs)]
  const all: unknown[] = []
  for (const [name, item] of here) {
    const takenOut = began.has(name) && !there.has(name) && same(item, began.get(name))
    if (!takenOut)
      all.push(merge(began.get(name), item, there.get(name) ?? began.get(name), [...at, all.length], clashes))
  }
  for (const [name, item] of there)
    if (!here.has(name) && !(began.has(name) && same(item, began.get(name)))) all.push(item)
  return all.every((item) => typeof item === 'number') ? (all as number[]).sort((a, b) => a - b) : all
}

interface Piece {
  from: number
  to: number
  rows: unknown[]
}

/** What of the rows became something else: all between the first and the last that are not as they were. */
function pieceOf(was: unknown[], now: unknown[]): Piece {
  const most = Math.min(was.length, now.length)
  let from = 0
  while (from < most && same(was[from], now[from])) from++
  let end = 0
  while (end < most - from && same(was[was.length - 1 - end], now[now.length - 1 - end])) end++
  return { from, to: was.length - end, rows: now.slice(from, now.length - end) }
}

/** Steps, whose order says something. Undefined where both made others of the same ones, in other numbers. */
function mergeRows(
  was: unknown[],
  mine: unknown[],
  theirs: unknown[],
  at: FieldPath,
  clashes: Clash[],
): unknown[] | undefined {
  if (mine.length === was.length && theirs.length === was.length)
    return was.map((row, n) => merge(row, mine[n], theirs[n], [...at, n], clashes))
  const [here, there] = [pieceOf(was, mine), pieceOf(was, theirs)]
  const [first, second] =
    here.from < there.from || (here.from === there.from && here.to <= there.to) ? [here, there] : [there, here]
  if (first.to > second.from) return
  return [
    ...was.slice(0, first.from),
    ...first.rows,
    ...was.slice(first.to, second.from),
    ...second.rows,
    ...was.slice(second.to),
  ]
}
