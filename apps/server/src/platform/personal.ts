import type { Db } from '@academy/database'
import type { NewsRow } from './store.ts'
import type { StreamKind } from './streams.ts'

/** How a room shows one kind of personal news, such as `question.told`. */
export type PresentPersonal = (db: Db, actorId: string, rows: readonly NewsRow[]) => Promise<(unknown | null)[]>

/**
 * `member:<id>`: what only one person (or guest) is told. Each room brings the views of its own kinds of news;
 * the part of the kind before the dot says whose it is.
 */
export function createPersonal() {
  const presenters = new Map<string, PresentPersonal>()
  const nounOf = (kind: string) => kind.slice(0, kind.indexOf('.'))

  const streamKind: StreamKind = {
    kind: 'member',
    policy: 'oneself',
    mayFollow: async (actor, id) => actor.kind !== 'stranger' && actor.id === id,
    async present(db, actorId, rows) {
      const views = new Map<NewsRow, unknown>()
      for (const noun of new Set(rows.map((row) => nounOf(row.kind)))) {
        const own = rows.filter((row) => nounOf(row.kind) === noun)
        const shown = (await presenters.get(noun)?.(db, actorId, own)) ?? []
        for (const [n, row] of own.entries()) views.set(row, shown[n] ?? null)
      }
      return rows.map((row) => views.get(row) ?? null)
    },
  }

  return { streamKind, register: (noun: string, present: PresentPersonal) => void presenters.set(noun, present) }
}

export type Personal = ReturnType<typeof createPersonal>
