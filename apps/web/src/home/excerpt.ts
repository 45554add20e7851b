import type { Words } from '../locale/words.ts'
import type { Item } from '../sync/index.ts'

/** The beginning of what was written, or what kind of thing it is where it has no words of its own. */
export function excerpt({ path, input }: Pick<Item, 'path' | 'input'>, words: Words['unsent']): string {
  for (const field of ['body', 'title', 'text', 'reason']) {
    const typed = input[field]
    const found = typeof typed === 'object' && typed !== null ? Object.values(typed).find(Boolean) : typed
    if (typeof found === 'string' && found.trim()) return found.length > 160 ? `${found.slice(0, 159)}…` : found
  }
  return words.things[path] ?? words.thing
}
