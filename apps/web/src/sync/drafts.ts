import type { Shelf } from './shelf.ts'

export type Drafts = ReturnType<typeof makeDrafts>

/** What somebody has typed and not sent, kept at each key press; a phone that dies loses nothing that was on the screen. */
export const makeDrafts = (shelf: Shelf) => ({
  /** `key` is such as `topic:01H…`. */
  draft<T>(key: string) {
    let next: { value: T | undefined } | undefined
    let writing: Promise<void> | undefined

    /** One write at a time, always the newest: no timer that a kill could beat. */
    async function write() {
      while (next) {
        const { value } = next
        next = undefined
        await shelf
          .use<unknown>((db) =>
            value === undefined || value === '' ? db.delete('drafts', key) : db.put('drafts', value, key),
          )
          .catch(() => {})
      }
      // In the same turn as the last look at `next`: a turn later, a save could wait for nobody.
      writing = undefined
    }

    return {
      load: (): Promise<T | undefined> =>
        shelf.use((db) => db.get('drafts', key) as Promise<T | undefined>).catch(() => undefined),
      /** An empty one is cleared. Returns when it is on the phone. */
      save(value: T | undefined): Promise<void> {
        next = { value }
        writing ??= write()
        return writing
      },
    }
  },
  count: (): Promise<number> => shelf.use((db) => db.count('drafts')),
})
