import { type Id, LOCALES, type Locale, type PracticeContent, wholeContent, wordsOf } from '@academy/contract'
import { type Db, type Params, prepared } from '@academy/database'
import { and, asc, desc, eq, gt, inArray, isNotNull, lte, sql } from 'drizzle-orm'
import { practiceVersions } from '../tables.ts'
import { practiceTranslations as saves } from './tables.ts'

export type TranslationRecord = typeof saves.$inferSelect
type Of = Params<{ practiceId: Id; language: Locale }>

/** Saves are kept as they were written; a card has grown since. */
const whole = (row: TranslationRecord): TranslationRecord => ({ ...row, content: wholeContent(row.content) })

/** A save that was withdrawn keeps its number and has no words. */
const stands = gt(saves.ofVersion, 0)

// Writing

export async function addSave(tx: Db, row: TranslationRecord): Promise<void> {
  await tx.insert(saves).values(row)
}

export async function verify(tx: Db, id: Id, by: { memberId: Id; at: Date }): Promise<void> {
  await tx.update(saves).set({ verifiedBy: by.memberId, verifiedAt: by.at }).where(eq(saves.id, id))
}

/** Takes the words of these saves away; nobody gets their numbers. */
export async function blank(tx: Db, ids: readonly Id[], nothing: PracticeContent): Promise<void> {
  await tx
    .update(saves)
    .set({ ofVersion: 0, content: nothing, verifiedBy: null, verifiedAt: null })
    .where(inArray(saves.id, [...ids]))
}

// Reading

const selectLast = prepared((db, p: Of) =>
  db
    .select({ id: saves.id, n: saves.n })
    .from(saves)
    .where(and(eq(saves.practiceId, p.practiceId), eq(saves.language, p.language)))
    .orderBy(desc(saves.n))
    .limit(1),
)

/** The newest save, withdrawn or not. */
export const lastSave = async (db: Db, practiceId: Id, language: Locale): Promise<{ id: Id; n: number } | undefined> =>
  (await selectLast(db, { practiceId, language }))[0]

/** Its number; 0 where there is none. */
export const lastOf = async (db: Db, practiceId: Id, language: Locale): Promise<number> =>
  (await lastSave(db, practiceId, language))?.n ?? 0

const selectNewest = prepared((db, p: Of) =>
  db
    .select()
    .from(saves)
    .where(and(eq(saves.practiceId, p.practiceId), eq(saves.language, p.language), stands))
    .orderBy(desc(saves.n))
    .limit(1),
)

/** The newest words. */
export async function newestOf(db: Db, practiceId: Id, language: Locale): Promise<TranslationRecord | undefined> {
  const [row] = await selectNewest(db, { practiceId, language })
  return row && whole(row)
}

/** The newest words in every language there are any in. */
export const newestOfEach = async (db: Db, practiceId: Id): Promise<TranslationRecord[]> =>
  (await Promise.all(LOCALES.map((language) => newestOf(db, practiceId, language)))).flatMap((row) => row ?? [])

export async function findSave(
  db: Db,
  practiceId: Id,
  language: Locale,
  n: number,
): Promise<TranslationRecord | undefined> {
  const [row] = await db
    .select()
    .from(saves)
    .where(and(eq(saves.practiceId, practiceId), eq(saves.language, language), eq(saves.n, n), stands))
  return row && whole(row)
}

/** The words after the last verified ones, newest first; with them, too, when they are what is newest. */
export async function openSaves(db: Db, practiceId: Id, language: Locale): Promise<TranslationRecord[]> {
  const verified = (await verifiedOf(db, [practiceId], language)).get(practiceId)
  const rows = await db
    .select()
    .from(saves)
    .where(
      and(
        eq(saves.practiceId, practiceId),
        eq(saves.language, language),
        stands,
        verified ? gt(saves.n, verified.n) : undefined,
      ),
    )
    .orderBy(desc(saves.n))
  return rows.length > 0 || !verified ? rows.map(whole) : [verified]
}

/** What was verified last, of each of these practices. */
export async function verifiedOf(
  db: Db,
  practiceIds: readonly Id[],
  language: Locale,
): Promise<Map<Id, TranslationRecord>> {
  if (practiceIds.length === 0) return new Map()
  const rows = await db
    .select()
    .from(saves)
    .where(and(inArray(saves.practiceId, [...practiceIds]), eq(saves.language, language), isNotNull(saves.verifiedAt)))
    .orderBy(asc(saves.n))
  return new Map(rows.map((row) => [row.practiceId, whole(row)]))
}

/** What was verified last, in every language but the one it is written in now. */
export async function verifiedIn(db: Db, practiceId: Id, original: Locale): Promise<PracticeContent[]> {
  const rows = await db
    .select()
    .from(saves)
    .where(and(eq(saves.practiceId, practiceId), isNotNull(saves.verifiedAt)))
    .orderBy(asc(saves.n))
  const last = new Map(rows.map((row) => [row.language, whole(row).content]))
  last.delete(original)
  return [...last.values()]
}

/**
 * Did this person translate that version while it was the one that is shown? Then what it said is known to them. Whoever says only
 * afterwards that theirs is of it may never have seen it.
 */
export async function knewVersion(db: Db, practiceId: Id, version: number, memberId: Id): Promise<boolean> {
  const rows = await db
    .select({ one: sql<number>`1` })
    .from(saves)
    .innerJoin(
      practiceVersions,
      and(eq(practiceVersions.practiceId, saves.practiceId), eq(practiceVersions.n, version + 1)),
    )
    .where(
      and(
        eq(saves.practiceId, practiceId),
        eq(saves.ofVersion, version),
        eq(saves.translatorId, memberId),
        lte(saves.at, practiceVersions.at),
      ),
    )
    .limit(1)
  return rows.length > 0
}

// One person's

/** What one wrote, word by word, and what one said holds, without others' words. */
export async function allBy(db: Db, memberId: Id) {
  const { practiceId, language, n, ofVersion, by, at, content, verifiedAt } = saves
  const ref = { practiceId, language, n, ofVersion }
  return {
    // The words alone: what else stood on the card then is not theirs.
    written: (
      await db
        .select({ ...ref, by, at, content })
        .from(saves)
        .where(eq(saves.translatorId, memberId))
        .orderBy(asc(at))
    ).map((save) => ({ ...save, content: wordsOf(wholeContent(save.content)) })),
    verified: await db
      .select({ ...ref, verifiedAt })
      .from(saves)
      .where(eq(saves.verifiedBy, memberId))
      .orderBy(asc(at)),
  }
}

/** What was given stays, by nobody. */
export async function forgetMember(tx: Db, memberId: Id): Promise<void> {
  await tx.update(saves).set({ translatorId: null }).where(eq(saves.translatorId, memberId))
  await tx.update(saves).set({ verifiedBy: null }).where(eq(saves.verifiedBy, memberId))
}
