import { type Db, type Params, prepared, row } from '@academy/database'
import { and, asc, eq, gt, lt, sql } from 'drizzle-orm'
import { commands, news, streams } from './tables.ts'

export interface NewsRow {
  seq: number
  kind: string
  subjectId: string
  at: Date
}

const takeSeq = prepared((db, p: Params<{ stream: string }>) =>
  db
    .insert(streams)
    .values({ name: p.stream, seq: 1 })
    .onConflictDoUpdate({ target: streams.name, set: { seq: sql`${streams.seq} + 1` } })
    .returning({ seq: streams.seq }),
)

const insertNews = prepared((db, p: Params<typeof news.$inferSelect>) => db.insert(news).values(row(news, p)))

/** Numbers and keeps one item of news, in the write of the row it tells of. */
export async function addNews(tx: Db, stream: string, item: Omit<NewsRow, 'seq'>): Promise<NewsRow> {
  const [taken] = await takeSeq(tx, { stream })
  const seq = (taken as { seq: number }).seq
  await insertNews(tx, { stream, seq, ...item })
  return { seq, ...item }
}

/** Counts what pages that are the same for everybody are made of; no news goes by this name. */
const SHARED = 'shared'

/** In the write that changes what anybody may be shown of practices, people or places: what was kept of it is asked for anew. */
export async function countSharedChange(tx: Db): Promise<void> {
  await takeSeq(tx, { stream: SHARED })
}

/** Goes up with every such change, in its own write: an answer made after reading it is no older than that. */
export const sharedChanges = (db: Db): Promise<number> => seqOf(db, SHARED)

const selectSeq = prepared((db, p: Params<{ stream: string }>) =>
  db.select({ seq: streams.seq }).from(streams).where(eq(streams.name, p.stream)),
)

/** The number of the newest news of a stream; 0 where nothing has happened yet. */
export async function seqOf(db: Db, stream: string): Promise<number> {
  const [found] = await selectSeq(db, { stream })
  return found?.seq ?? 0
}

export async function newsAfter(db: Db, stream: string, after: number, limit: number): Promise<NewsRow[]> {
  return db
    .select({ seq: news.seq, kind: news.kind, subjectId: news.subjectId, at: news.at })
    .from(news)
    .where(and(eq(news.stream, stream), gt(news.seq, after)))
    .orderBy(asc(news.seq))
    .limit(limit)
}

const insertCommand = prepared((db, p: Params<{ actor: string; id: string; hash: string; at: Date }>) =>
  db
    .insert(commands)
    .values({ actor: p.actor, id: p.id, hash: p.hash, at: p.at })
    .onConflictDoNothing()
    .returning({ id: commands.id }),
)

/** The command as it was first carried out, or undefined when this one is new (and is now kept). */
export async function keepCommand(
  tx: Db,
  command: { actor: string; id: string; hash: string; at: Date },
): Promise<{ hash: string; answer: Record<string, unknown> | null } | undefined> {
  const kept = await insertCommand(tx, command)
  if (kept.length > 0) return undefined
  return findCommand(tx, command.actor, command.id)
}

export async function findCommand(
  db: Db,
  actor: string,
  id: string,
): Promise<{ hash: string; answer: Record<string, unknown> | null } | undefined> {
  const [first] = await db
    .select({ hash: commands.hash, answer: commands.answer })
    .from(commands)
    .where(and(eq(commands.actor, actor), eq(commands.id, id)))
  return first
}

const updateAnswer = prepared((db, p: Params<{ actor: string; id: string; answer: Record<string, unknown> }>) =>
  db
    .update(commands)
    .set({ answer: p.answer })
    .where(and(eq(commands.actor, p.actor), eq(commands.id, p.id))),
)

export async function keepAnswer(tx: Db, actor: string, id: string, answer: Record<string, unknown>): Promise<void> {
  await updateAnswer(tx, { actor, id, answer })
}

/** Forgets news and commands past their age. Streams keep their number, so a late cursor gets a snapshot. */
export async function forgetOld(tx: Db, before: { news: Date; commands: Date }): Promise<void> {
  await tx.delete(news).where(lt(news.at, before.news))
  await tx.delete(commands).where(lt(commands.at, before.commands))
}

/** Forgets what somebody sent and what they alone were told: even without a name, answers to them would point at what they said. */
export async function forgetActor(tx: Db, actor: string): Promise<void> {
  await tx.delete(commands).where(eq(commands.actor, actor))
  const own = `member:${actor}`
  await tx.delete(news).where(eq(news.stream, own))
  await tx.delete(streams).where(eq(streams.name, own))
}
