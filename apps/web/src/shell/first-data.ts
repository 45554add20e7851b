/** What the server put into the page, so that the first view needs no further round trip. */
const read = (): Record<string, unknown> => {
  const text = document.getElementById('first-data')?.textContent
  if (!text) return {}
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

let held: Record<string, unknown> | undefined

/** The name a query's answer goes by: its path, and its input where it has one. The server writes the same. */
export const firstKey = (path: string, input?: unknown) =>
  input === undefined ? path : `${path} ${JSON.stringify(input)}`

/** Gives an answer once: it is as old as the page, so a second visit asks again. */
export function takeFirst<T>(key: string): T | undefined {
  held ??= read()
  const value = held[key] as T | undefined
  delete held[key]
  return value
}

/** The page came for somebody who is no longer here: what it holds is theirs. */
export const dropFirst = (): void => {
  held = {}
}
