import type { Id, OwnReactions, ReactionCounts, ReactionKind } from '@academy/contract'
import { REACTIONS } from '@academy/contract'
import { type Db, type Params, prepared, row } from '@academy/database'
import { and, count, desc, eq, inArray, lt, or } from 'drizzle-orm'
import { messages } from '../tables.ts'
import { earlierTexts, reactions } from './tables.ts'

type ReactionRow = typeof reactions.$inferSelect
export type EarlierRow = typeof earlierTexts.$inferSelect

const one = ({ messageId, memberId, kind }: Omit<ReactionRow, 'at'>) =>
  and(eq(reactions.messageId, messageId), eq(reactions.memberId, memberId), eq(reactions.kind, kind))

/** False when it was said already. */
export async function addReaction(tx: Db, made: ReactionRow): Promise<boolean> {
  const added = await tx.insert(reactions).values(made).onConflictDoNothing().returning({ kind: reactions.kind })
  return added.length > 0
}

/** False when it was not said. */
export async function dropReaction(tx: Db, which: Omit<ReactionRow, 'at'>): Promise<boolean> {
  return (await tx.delete(reactions).where(one(which)).returning({ kind: reactions.kind })).length > 0
}

export async function countReactions(db: Db, messageIds: readonly Id[]): Promise<Map<Id, ReactionCounts>> {
  if (messageIds.length === 0) return new Map()
  const found = await db
    .select({ messageId: reactions.messageId, kind: reactions.kind, people: count() })
    .from(reactions)
    .where(inArray(reactions.messageId, [...messageIds]))
    .groupBy(reactions.messageId, reactions.kind)
  const counts = new Map<Id, ReactionCounts>()
  for (const { messageId, kind, people } of found)
    counts.set(messageId, [...(counts.get(messageId) ?? []), [kind, people]])
  const placeOf = ([kind]: [ReactionKind, number]) => REACTIONS.indexOf(kind)
  for (const of of counts.values()) of.sort((a, b) => placeOf(a) - placeOf(b))
  return counts
}

export async function ownReactions(db: Db, memberId: Id, messageIds: readonly Id[]): Promise<OwnReactions> {
  if (messageIds.length === 0) return {}
  const found = await db
    .select({ messageId: reactions.messageId, kind: reactions.kind })
    .from(reactions)
    .where(and(eq(reactions.memberId, memberId), inArray(reactions.messageId, [...messageIds])))
  const own: OwnReactions = {}
  for (const { messageId, kind } of found) own[messageId] = [...(own[messageId] ?? []), kind]
  return own
}

/** All of one person, for their export. */
export async function reactionsBy(db: Db, memberId: Id): Promise<ReactionRow[]> {
  return db.select().from(reactions).where(eq(reactions.memberId, memberId)).orderBy(desc(reactions.at))
}

export async function forgetReactions(tx: Db, memberId: Id): Promise<void> {
  await tx.delete(reactions).where(eq(reactions.memberId, memberId))
}

const selectText = prepared((db, p: Params<{ id: Id }>) =>
  db
    .select({ body: messages.body, language: messages.language, at: messages.at, editedAt: messages.editedAt })
    .from(messages)
    .where(eq(messages.id, p.id)),
)
const insertEarlier = prepared((db, p: Params<EarlierRow>) => db.insert(earlierTexts).values(row(earlierTexts, p)))

/** Keeps how a message reads now, in the write that changes it. */
export async function keepEarlier(tx: Db, { id, messageId }: { id: Id; messageId: Id }): Promise<void> {
  const [now] = await selectText(tx, { id: messageId })
  if (!now) return
  await insertEarlier(tx, { id, messageId, body: now.body, language: now.language, at: now.editedAt ?? now.at })
}

/** The newest first. */
export async function listEarlier(
  db: Db,
  q: { messageId: Id; before: { at: Date; id: Id } | null; limit: number },
): Promise<EarlierRow[]> {
  const older = q.before
    ? or(lt(earlierTexts.at, q.before.at), and(eq(earlierTexts.at, q.before.at), lt(earlierTexts.id, q.before.id)))
    : undefined
  return db
    .select()
    .from(earlierTexts)
    .where(and(eq(earlierTexts.messageId, q.messageId), older))
    .orderBy(desc(earlierTexts.at), desc(earlierTexts.id))
    .limit(q.limit)
}

/** All that hangs on a message and would hold what it said, or what was said to it. */
export async function forgetSaid(tx: Db, messageId: Id): Promise<void> {
  await tx.delete(earlierTexts).where(eq(earlierTexts.messageId, messageId))
  await tx.delete(reactions).where(eq(reactions.messageId, messageId))
}
