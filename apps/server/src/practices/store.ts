import { type Id, type PracticeContent, type PracticeVisibility, wholeContent } from '@academy/contract'
import { type Db, type Params, prepared } from '@academy/database'
import { and, asc, desc, eq, getTableColumns, inArray, isNull, like, lt, not, or, type SQL, sql } from 'drizzle-orm'
import { TRIED } from './content.ts'
import { practiceAuthors, practices, practiceTags, practiceVersions } from './tables.ts'
import { practiceTrials } from './trials/tables.ts'

export type PracticeRecord = typeof practices.$inferSelect
/** A practice with what its current version says. */
export type Shown = PracticeRecord & { content: PracticeContent }
export type VersionRecord = typeof practiceVersions.$inferSelect

const shown = { ...getTableColumns(practices), content: practiceVersions.content }
/** Versions are kept as they were written; a card has grown since. */
const whole = <T extends { content: PracticeContent }>(row: T): T => ({ ...row, content: wholeContent(row.content) })
const isCurrent = and(eq(practiceVersions.practiceId, practices.id), eq(practiceVersions.n, practices.current))

// Writing

export async function addPractice(tx: Db, row: PracticeRecord, content: PracticeContent): Promise<void> {
  await tx.insert(practices).values(row)
  await addVersion(tx, {
    practiceId: row.id,
    n: row.current,
    content,
    writerId: row.authorId,
    at: row.publishedAt,
  })
}

/** New ones, with their tags. */
export async function addPractices(
  tx: Db,
  all: readonly { row: PracticeRecord; content: PracticeContent; tags: readonly string[] }[],
): Promise<void> {
  await tx.insert(practices).values(all.map(({ row }) => row))
  await tx.insert(practiceVersions).values(
    all.map(({ row, content }) => ({
      practiceId: row.id,
      n: row.current,
      content,
      writerId: row.authorId,
      at: row.publishedAt,
    })),
  )
  await tx.insert(practiceTags).values(all.flatMap(({ row, tags }) => tags.map((tag) => ({ practiceId: row.id, tag }))))
}

const insertVersion = prepared((db, p: Params<VersionRecord>) =>
  db.insert(practiceVersions).values({
    practiceId: p.practiceId,
    n: p.n,
    content: p.content,
    writerId: p.writerId,
    at: p.at,
    takenFromId: p.takenFromId,
  }),
)

export const addVersion = async (
  tx: Db,
  version: Omit<VersionRecord, 'takenFromId'> & { takenFromId?: Id | null },
): Promise<void> => {
  await insertVersion(tx, { takenFromId: null, ...version })
}

const byTries = like(practiceTags.tag, `${TRIED}%`)

/** What the practice itself says; what others' tries say of it stays. */
export async function setTags(tx: Db, practiceId: Id, tags: readonly string[]): Promise<void> {
  await tx.delete(practiceTags).where(and(eq(practiceTags.practiceId, practiceId), not(byTries)))
  await tx.insert(practiceTags).values(tags.map((tag) => ({ practiceId, tag })))
}

export async function setTriedTags(tx: Db, practiceId: Id, tags: readonly string[]): Promise<void> {
  await tx.delete(practiceTags).where(and(eq(practiceTags.practiceId, practiceId), byTries))
  if (tags.length > 0) await tx.insert(practiceTags).values(tags.map((tag) => ({ practiceId, tag })))
}

/** Goes on to the next version from the one named; false when that is not the current one any more, or the practice is withdrawn. */
export async function goOn(
  tx: Db,
  id: Id,
  base: number,
  change: { visibility: PracticeVisibility; editedAt: Date },
): Promise<boolean> {
  const moved = await tx
    .update(practices)
    .set({ ...change, current: base + 1 })
    .where(and(eq(practices.id, id), eq(practices.current, base), isNull(practices.withdrawnAt)))
    .returning({ id: practices.id })
  return moved.length > 0
}

/** False when it is withdrawn already. */
export async function withdraw(tx: Db, id: Id, by: { at: Date; memberId: Id; reason: string }): Promise<boolean> {
  const withdrawn = await tx
    .update(practices)
    .set({ withdrawnAt: by.at, withdrawnBy: by.memberId, withdrawnReason: by.reason })
    .where(and(eq(practices.id, id), isNull(practices.withdrawnAt)))
    .returning({ id: practices.id })
  return withdrawn.length > 0
}

// Reading

const selectShown = prepared((db, p: Params<{ id: Id }>) =>
  db.select(shown).from(practices).innerJoin(practiceVersions, isCurrent).where(eq(practices.id, p.id)),
)

export async function findPractice(db: Db, id: Id): Promise<Shown | undefined> {
  const [row] = await selectShown(db, { id })
  return row && whole(row)
}

/** As many as a page of the library shows; asked for so many at a time, always by the same query. */
const AT_ONCE = 20
type Places = Record<`id${number}`, Id>
const selectMany = prepared((db, p: Params<Places>) =>
  db
    .select(shown)
    .from(practices)
    .innerJoin(practiceVersions, isCurrent)
    .where(
      inArray(
        practices.id,
        Array.from({ length: AT_ONCE }, (_, n) => p[`id${n}`] as SQL<Id> & NonNullable<Params<Places>[`id${number}`]>),
      ),
    ),
)

export async function findPractices(db: Db, ids: readonly Id[]): Promise<Map<Id, Shown>> {
  const found = new Map<Id, Shown>()
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    // What is left over of the places asks for the last one again.
    const some = ids.slice(at, at + AT_ONCE)
    const places = Array.from({ length: AT_ONCE }, (_, n) => [`id${n}`, some[n] ?? some.at(-1)])
    for (const row of await selectMany(db, Object.fromEntries(places))) found.set(row.id, whole(row))
  }
  return found
}

/** Generations that are followed, up and down: a made-up circle ends here too. */
const DEEPEST = 30

/** What a practice comes from, nearest first; not the practice itself. */
export async function originsOf(db: Db, practice: PracticeRecord): Promise<Shown[]> {
  const chain: Shown[] = []
  for (let at = practice.originId; at !== null && chain.length < DEEPEST; ) {
    const found = await findPractice(db, at)
    if (!found) break
    chain.push(found)
    at = found.originId
  }
  return chain
}

/** Ids of a practice and of all that was adapted from it and from that, a generation after the other. */
export async function descentOf(db: Db, root: Id, limit: number): Promise<Id[]> {
  const ids = new Set([root])
  let generation: Id[] = [root]
  for (let down = 0; down < DEEPEST && generation.length > 0 && ids.size < limit; down++) {
    const next = await adaptationsOf(db, generation, limit - ids.size)
    generation = next.filter((id) => !ids.has(id))
    for (const id of generation) ids.add(id)
  }
  return [...ids]
}

/** Ids of what was adapted from any of these, oldest first. */
async function adaptationsOf(db: Db, originIds: readonly Id[], limit: number): Promise<Id[]> {
  if (originIds.length === 0 || limit <= 0) return []
  const rows = await db
    .select({ id: practices.id })
    .from(practices)
    .where(inArray(practices.originId, [...originIds]))
    .orderBy(asc(practices.publishedAt), asc(practices.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** Where a list by time goes on. */
export interface Before {
  at: Date
  id: Id
}

const earlier = (before: Before | null) =>
  before
    ? or(lt(practices.publishedAt, before.at), and(eq(practices.publishedAt, before.at), lt(practices.id, before.id)))
    : undefined

/** What one of an audience may be shown, and what they asked to see of it. */
export interface Choice {
  /** `members` see what is public as well. */
  audience: PracticeVisibility
  /** Of each group, any tag; all groups together. */
  tags: readonly (readonly string[])[]
}

const hasAny = (tags: readonly string[]): SQL =>
  sql`exists (select 1 from ${practiceTags} where ${and(eq(practiceTags.practiceId, practices.id), inArray(practiceTags.tag, [...tags]))})`

const chosen = ({ audience, tags }: Choice): SQL | undefined =>
  and(
    isNull(practices.withdrawnAt),
    audience === 'public' ? eq(practices.visibility, 'public') : undefined,
    ...tags.map(hasAny),
  )

/** The index and the table are written together; what somebody is shown is looked at once more all the same. */
export const isFor = (row: PracticeRecord, audience: PracticeVisibility): boolean =>
  row.withdrawnAt === null && (audience === 'members' || row.visibility === 'public')

/** Newest first. */
export async function listPractices(
  db: Db,
  q: { choice: Choice; before: Before | null; limit: number },
): Promise<Shown[]> {
  const rows = await db
    .select(shown)
    .from(practices)
    .innerJoin(practiceVersions, isCurrent)
    .where(and(chosen(q.choice), earlier(q.before)))
    .orderBy(desc(practices.publishedAt), desc(practices.id))
    .limit(q.limit)
  return rows.map(whole)
}

/** All that may be found, newest first, for the index to be made anew. */
export async function listToIndex(db: Db, q: { before: Before | null; limit: number }): Promise<Shown[]> {
  const rows = await db
    .select(shown)
    .from(practices)
    .innerJoin(practiceVersions, isCurrent)
    .where(and(isNull(practices.withdrawnAt), earlier(q.before)))
    .orderBy(desc(practices.publishedAt), desc(practices.id))
    .limit(q.limit)
  return rows.map(whole)
}

/** One's own, withdrawn ones too. */
export async function listByAuthor(
  db: Db,
  q: { authorId: Id; before: Before | null; limit: number },
): Promise<Shown[]> {
  const rows = await db
    .select(shown)
    .from(practices)
    .innerJoin(practiceVersions, isCurrent)
    .where(and(eq(practices.authorId, q.authorId), earlier(q.before)))
    .orderBy(desc(practices.publishedAt), desc(practices.id))
    .limit(q.limit)
  return rows.map(whole)
}

/** Ids of practices with any of these tags, of each the newest: ids are in the order of time. */
export async function newestTagged(db: Db, tags: readonly string[], limit: number): Promise<Id[]> {
  const found = await Promise.all(
    tags.map((tag) =>
      db
        .select({ id: practiceTags.practiceId })
        .from(practiceTags)
        .where(eq(practiceTags.tag, tag))
        .orderBy(desc(practiceTags.practiceId))
        .limit(limit),
    ),
  )
  return [...new Set(found.flat().map(({ id }) => id))]
}

export async function tagsOfAll(db: Db, practiceIds: readonly Id[]): Promise<Map<Id, string[]>> {
  if (practiceIds.length === 0) return new Map()
  const rows = await db
    .select({ id: practiceTags.practiceId, tag: practiceTags.tag })
    .from(practiceTags)
    .where(inArray(practiceTags.practiceId, [...practiceIds]))
  const all = new Map<Id, string[]>()
  for (const { id, tag } of rows) all.set(id, [...(all.get(id) ?? []), tag])
  return all
}

/** As many practices tell what somebody teaches. */
const MOST_TOLD = 200

/** Tags of the subjects of what somebody has written, writes along or has tried, the newest of it. */
export async function subjectTagsOf(db: Db, memberId: Id): Promise<string[]> {
  const [written, along, tried] = await Promise.all([
    db
      .select({ id: practices.id })
      .from(practices)
      .where(eq(practices.authorId, memberId))
      .orderBy(desc(practices.publishedAt))
      .limit(MOST_TOLD),
    db.select({ id: practiceAuthors.practiceId }).from(practiceAuthors).where(eq(practiceAuthors.memberId, memberId)),
    db
      .select({ id: practiceTrials.practiceId })
      .from(practiceTrials)
      .where(and(eq(practiceTrials.memberId, memberId), isNull(practiceTrials.takenBackAt)))
      .limit(MOST_TOLD),
  ])
  const ids = [...new Set([...written, ...along, ...tried].map(({ id }) => id))]
  if (ids.length === 0) return []
  const rows = await db
    .selectDistinct({ tag: practiceTags.tag })
    .from(practiceTags)
    .where(and(inArray(practiceTags.practiceId, ids), like(practiceTags.tag, 'subject:%')))
  return rows.map(({ tag }) => tag).sort()
}

/** Newest first, below the given number. */
export async function listVersions(
  db: Db,
  q: { practiceId: Id; below: number | null; limit: number },
): Promise<VersionRecord[]> {
  return db
    .select()
    .from(practiceVersions)
    .where(
      and(
        eq(practiceVersions.practiceId, q.practiceId),
        q.below === null ? undefined : lt(practiceVersions.n, q.below),
      ),
    )
    .orderBy(desc(practiceVersions.n))
    .limit(q.limit)
    .then((rows) => rows.map(whole))
}

export async function findVersion(db: Db, practiceId: Id, n: number): Promise<VersionRecord | undefined> {
  const [row] = await db
    .select()
    .from(practiceVersions)
    .where(and(eq(practiceVersions.practiceId, practiceId), eq(practiceVersions.n, n)))
  return row && whole(row)
}

// One person's

/** Every version a person wrote, oldest first. */
export async function allWrittenBy(
  db: Db,
  memberId: Id,
): Promise<{ practice: PracticeRecord; version: VersionRecord }[]> {
  return db
    .select({ practice: practices, version: practiceVersions })
    .from(practiceVersions)
    .innerJoin(practices, eq(practices.id, practiceVersions.practiceId))
    .where(eq(practiceVersions.writerId, memberId))
    .orderBy(asc(practices.publishedAt), asc(practices.id), asc(practiceVersions.n))
    .then((rows) => rows.map(({ practice, version }) => ({ practice, version: whole(version) })))
}

/** Takes every trace of a person out of the room; what they shared stays, by nobody. */
export async function forgetMember(tx: Db, memberId: Id): Promise<void> {
  await tx.update(practices).set({ authorId: null }).where(eq(practices.authorId, memberId))
  await tx.update(practices).set({ withdrawnBy: null }).where(eq(practices.withdrawnBy, memberId))
  await tx.update(practiceVersions).set({ writerId: null }).where(eq(practiceVersions.writerId, memberId))
}
