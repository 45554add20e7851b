import type { Id, Member, Typing } from '@academy/contract'
import type { Clock } from '../platform/clock.ts'

/** Somebody who has not pressed a key for so long is not typing. */
const LASTS = 5000

/** Who is typing where. Worth nothing five seconds later, so it lives here and nowhere else. */
export function createTyping(clock: Clock, changed: (topicId: Id) => void) {
  const topics = new Map<Id, Map<Id, { name: string; until: number }>>()

  const now = () => clock.now().getTime()

  function sweep(topicId: Id): void {
    const typists = topics.get(topicId)
    if (!typists) return
    for (const [id, { until }] of typists) if (until <= now()) typists.delete(id)
    changed(topicId)
    if (typists.size === 0) topics.delete(topicId)
    else sweepLater(topicId, typists)
  }

  /** When the first of them will have stopped. */
  function sweepLater(topicId: Id, typists: ReadonlyMap<Id, { until: number }>): void {
    const first = Math.min(...[...typists.values()].map(({ until }) => until))
    setTimeout(sweep, Math.max(50, first - now()), topicId).unref()
  }

  return {
    typed(topicId: Id, member: Member): void {
      const typists = topics.get(topicId) ?? new Map<Id, { name: string; until: number }>()
      const isNew = !typists.has(member.id)
      typists.set(member.id, { name: member.name, until: now() + LASTS })
      if (isNew) changed(topicId)
      if (topics.has(topicId)) return
      topics.set(topicId, typists)
      sweepLater(topicId, typists)
    },
    /** They sent it, or left. */
    stopped(topicId: Id, memberId: Id): void {
      if (topics.get(topicId)?.delete(memberId)) changed(topicId)
    },
    in(topicId: Id): Typing {
      return [...(topics.get(topicId) ?? [])].flatMap(([id, { name, until }]) => (until > now() ? [{ id, name }] : []))
    },
  }
}

export type TypingNow = ReturnType<typeof createTyping>
