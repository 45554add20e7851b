import {
  type Done,
  type EchoesOf,
  type EchoPage,
  type EchoView,
  type Id,
  type Member,
  personalStream,
  type SeeEchoes,
} from '@academy/contract'
import { readCursor, writeCursor } from '../../platform/cursors.ts'
import { createRepeatable } from '../../platform/deeds.ts'
import type { PracticesDeps } from '../shared.ts'
import { findPractices, type Shown } from '../store.ts'
import * as store from './store.ts'

const titled = ({ id, content }: Shown) => ({ id, title: content.title, language: content.language })

export type EchoesService = ReturnType<typeof createEchoesService>

/**
 * What came of one's practices. It is read from the practices themselves and not from the news of a stream, so that whoever comes back
 * after months finds all of it, and nothing that was taken back since.
 */
export function createEchoesService(deps: PracticesDeps & { streams: { seqOf(stream: string): Promise<number> } }) {
  const { db, clock, doDeed, places, members, streams } = deps
  const repeatable = createRepeatable(deps)

  async function list(member: Member, q: EchoesOf): Promise<EchoPage> {
    // First: what comes while the rest is read is heard of once more, and not missed.
    const seq = await streams.seqOf(personalStream(member))
    const before = readCursor(q.cursor, { at: 'number', id: 'text' })
    const seen = await store.seenUpTo(db.read, member.id)
    const rows = await store.listEchoes(db.read, {
      memberId: member.id,
      after: q.unseen ? seen : null,
      before: before ? { at: new Date(before.at), id: before.id } : null,
      limit: q.limit + 1,
    })
    const page = rows.slice(0, q.limit)
    const ids = page.flatMap(({ practiceId, adaptationId }) => [practiceId, ...(adaptationId ? [adaptationId] : [])])
    const [found, people, where] = await Promise.all([
      findPractices(db.read, [...new Set(ids)]),
      members.namesOf([...new Set(page.flatMap(({ byId }) => byId ?? []))]),
      places.briefs([...new Set(page.flatMap(({ placeId }) => placeId ?? []))]),
    ])
    const titleOf = (id: Id | null) => {
      const row = found.get(id ?? '')
      return row ? titled(row) : null
    }
    const last = page.at(-1)
    return {
      seq,
      items: page.flatMap(({ kind, id, practiceId, adaptationId, byId, placeId, at }): EchoView[] => {
        const practice = titleOf(practiceId)
        if (!practice) return []
        // One's own review is opened by the practice's author, who is named on its page.
        const named = kind !== 'released'
        return [
          {
            kind,
            id,
            practice,
            adaptation: titleOf(adaptationId),
            by: named ? (people.get(byId ?? '') ?? null) : null,
            place: named ? (where.get(placeId ?? '') ?? null) : null,
            at: at.getTime(),
            seen: seen !== null && at <= seen,
          },
        ]
      }),
      next: rows.length > q.limit && last ? writeCursor(last.at.getTime(), last.id) : null,
    }
  }

  async function see(member: Member, input: SeeEchoes): Promise<Done> {
    const at = clock.now()
    // What is still to come has been seen by nobody.
    const upTo = new Date(Math.min(input.upTo, at.getTime()))
    const { done } = await doDeed({ actor: member, path: 'practices.seeEchoes', input, at }, async (tx) => {
      await store.see(tx, member.id, upTo)
      return []
    })
    return done
  }

  return { list, see: repeatable('practices.seeEchoes', see) }
}
