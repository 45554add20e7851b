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

/** Gives an answer once: it is as old as the page, so a second visit asks again. */
export function takeFirst<T>(key: string): T | undefined {
  held ??= read()
  const value = held[key] as T | undefined
  delete held[key]
  return value
}
