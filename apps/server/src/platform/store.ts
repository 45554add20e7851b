import { type Db, prepared } from '@academy/database'
import { and, asc, eq, gt, lt, sql } from 'drizzle-orm'
import { commands, news, streams } from './tables.ts'

export interface NewsRow {
  seq: number
  kind: string
  subjectId: string
  at: Date
}

/** Numbers and keeps one item of news, in the write of the row it tells of. */
export async function addNews(tx: Db, stream: string, item: Omit<NewsRow, 'seq'>): Promise<NewsRow> {
  const [taken] = await prepared(tx, 'platform.nextSeq', (db) =>
    db
      .insert(streams)
      .values({ name: sql.placeholder('stream'), seq: 1 })
      .onConflictDoUpdate({ target: streams.name, set: { seq: sql`${streams.seq} + 1` } })
      .returning({ seq: streams.seq }),
  ).execute({ stream })
  const seq = (taken as { seq: number }).seq
  await prepared(tx, 'platform.addNews', (db) =>
    db.insert(news).values({
      stream: sql.placeholder('stream'),
      seq: sql.placeholder('seq'),
      kind: sql.placeholder('kind'),
      subjectId: sql.placeholder('subjectId'),
      at: sql.placeholder('at'),
    }),
  ).execute({ stream, seq, kind: item.kind, subjectId: item.subjectId, at: item.at })
  return { seq, ...item }
}

/** The number of the newest news of a stream; 0 where nothing has happened yet. */
export async function seqOf(db: Db, stream: string): Promise<number> {
  const [row] = await prepared(db, 'platform.seqOf', (d) =>
    d
      .select({ seq: streams.seq })
      .from(streams)
      .where(eq(streams.name, sql.placeholder('stream'))),
  ).execute({ stream })
  return row?.seq ?? 0
}

export async function newsAfter(db: Db, stream: string, after: number, limit: number): Promise<NewsRow[]> {
  return db
    .select({ seq: news.seq, kind: news.kind, subjectId: news.subjectId, at: news.at })
    .from(news)
    .where(and(eq(news.stream, stream), gt(news.seq, after)))
    .orderBy(asc(news.seq))
    .limit(limit)
}

/** The command as it was first carried out, or undefined when this one is new (and is now kept). */
export async function keepCommand(
  tx: Db,
  command: { actor: string; id: string; hash: string; at: Date },
): Promise<{ hash: string; answer: Record<string, unknown> | null } | undefined> {
  const kept = await prepared(tx, 'platform.keepCommand', (db) =>
    db
      .insert(commands)
      .values({
        actor: sql.placeholder('actor'),
        id: sql.placeholder('id'),
        hash: sql.placeholder('hash'),
        at: sql.placeholder('at'),
      })
      .onConflictDoNothing()
      .returning({ id: commands.id }),
  ).execute(command)
  if (kept.length > 0) return undefined
  const [first] = await tx
    .select({ hash: commands.hash, answer: commands.answer })
    .from(commands)
    .where(and(eq(commands.actor, command.actor), eq(commands.id, command.id)))
  return first
}

export async function keepAnswer(tx: Db, actor: string, id: string, answer: Record<string, unknown>): Promise<void> {
  await prepared(tx, 'platform.keepAnswer', (db) =>
    db
      .update(commands)
      .set({ answer: sql`${sql.placeholder('answer')}` })
      .where(and(eq(commands.actor, sql.placeholder('actor')), eq(commands.id, sql.placeholder('id')))),
  ).execute({ actor, id, answer: JSON.stringify(answer) })
}

/** Forgets news and commands past their age. Streams keep their number, so a late cursor gets a snapshot. */
export async function forgetOld(tx: Db, before: { news: Date; commands: Date }): Promise<void> {
  await tx.delete(news).where(lt(news.at, before.news))
  await tx.delete(commands).where(lt(commands.at, before.commands))
}

export async function forgetCommandsOf(tx: Db, actor: string): Promise<void> {
  await tx.delete(commands).where(eq(commands.actor, actor))
}
