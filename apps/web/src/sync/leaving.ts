import type { Item } from './migrations.ts'
import { clearShelf, makeShelf } from './shelf.ts'
import type { Parts } from './start.ts'

/** What the phone keeps of pages holds names and texts; everything else in Cache Storage is the program. */
export async function forgetPages(all = false): Promise<void> {
  for (const name of (await globalThis.caches?.keys()) ?? []) {
    if (all || name.startsWith('pages')) await caches.delete(name)
  }
}

/** Deletes what nobody came back for in 30 days, and what a sign-out on a shared phone could not finish deleting. */
export async function clean({ who }: Parts): Promise<void> {
  for (const key of who.stale()) {
    await clearShelf(key)
    who.forget(key)
  }
}

/** What would not survive signing out: on a shared phone drafts, too. */
export async function countUnsent({ who, outbox, drafts }: Parts): Promise<number> {
  const items = outbox.items().filter((item) => item.state !== 'sent').length
  return items + (who.read().shared ? await drafts.count() : 0)
}

/**
 * Signs out, unless something is unsent and was not deliberately discarded: then false, and nothing has changed but what could be sent.
 * Without a line it is done on the phone, and the server hears of it before anything else.
 */
export async function signOut(
  parts: Parts,
  choice: 'send' | 'discard',
  endLogin: () => Promise<unknown>,
): Promise<boolean> {
  const { who, outbox, cache, line } = parts
  if (choice === 'send') {
    await outbox.nudge()
    if ((await countUnsent(parts)) > 0) return false
  } else await outbox.discard(...outbox.items().map((item) => item.id))
  const { shared } = who.read()
  await cache.forget()
  outbox.close()
  line.close()
  who.leave()
  await clean(parts)
  await forgetPages(shared)
  await endLogin().then(who.told, () => {})
  return true
}

const past = (key: string) => makeShelf(key)

/** What somebody wrote here as a guest, or as nobody, before signing in. It is only ever taken over when they say so. */
export async function adoptable({ who }: Parts): Promise<Item[]> {
  const lists = await Promise.all(who.read().before.map((key) => past(key).use((db) => db.getAll('outbox'))))
  return lists.flat()
}

/** Takes it over, or throws it away; either way it is not asked again. */
export async function adopt({ who, outbox, shelf: mine }: Parts, take: boolean): Promise<void> {
  const { before } = who.read()
  for (const key of before) {
    const shelf = past(key)
    const items = take ? await shelf.use((db) => db.getAll('outbox')) : []
    // With the same ids: what did arrive before cannot arrive twice.
    await mine.write(['outbox'], async (tx) => {
      const box = tx.objectStore('outbox')
      for (const { order: _, refusal: __, ...item } of items) {
        if (!(await box.index('id').getKey(item.id))) await box.add({ ...item, state: 'waiting' } as Item)
      }
    })
    await shelf.use((db) => db.clear('outbox'))
    await shelf.close()
  }
  who.settle(before)
  await outbox.refresh()
}
