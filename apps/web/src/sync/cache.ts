import type { Shelf } from './shelf.ts'

export type Cache = ReturnType<typeof makeCache>

/** Characters of JSON one person's views may take on a phone. */
const MOST = 1_000_000
/** IndexedDB is slow to wake on some phones; a view that comes later than this is not waited for. */
const RECALL_WITHIN = 1_000

/** The last views somebody saw, for opening without a line. They may be lost; what was written may not, and is not here. */
export const makeCache = (shelf: Shelf, most = MOST) => ({
  /** Keeps a view; the oldest go when there is too much. */
  remember: (key: string, view: unknown): Promise<void> =>
    shelf
      .write(['views'], async (tx) => {
        const views = tx.objectStore('views')
        const json = JSON.stringify(view)
        await views.put({ json, at: Date.now(), size: json.length }, key)
        let sum = 0
        let old = await views.index('age').openKeyCursor(null, 'prev')
        while (old) {
          sum += old.key[1]
          if (sum > most) await views.delete(old.primaryKey)
          old = await old.continue()
        }
      })
      .catch(() => {}),

  recall: <T>(key: string): Promise<T | undefined> =>
    Promise.race([
      shelf
        .use((db) => db.get('views', key))
        .then((kept) => kept && (JSON.parse(kept.json) as T))
        .catch(() => undefined),
      new Promise<undefined>((late) => setTimeout(late, RECALL_WITHIN)),
    ]),

  forget: (key?: string): Promise<void> =>
    shelf.use((db) => (key === undefined ? db.clear('views') : db.delete('views', key))).catch(() => {}),
})
