import type { Id } from '@academy/contract'
import { type Db, markDocument, oneAtATime, putDocument } from '@academy/database'
import { documentOf, KIND, TAG, tagsOf } from '../content.ts'
import type { SchoolsAmong } from '../shared.ts'
import { countTrials, isIndependent, whoseIs } from '../spread/count.ts'
import { originsOf, type PracticeRecord, type Shown, setTags, setTriedTags } from '../store.ts'
import { verifiedIn } from '../translations/store.ts'
import { trialsToCount } from '../trials/store.ts'
import { TOKEN } from './tokens.ts'

/** Whoever changes what a practice is found by waits for who came first, and reads what there is to file only then. */
export const filing = (tx: Db, practiceId: Id): Promise<void> => oneAtATime(tx, `filing of ${practiceId}`)

/**
 * Makes a practice found by what it says now, in its own language and in those that somebody verified: the one way into the index for
 * whoever changed a word of it.
 */
export async function putPractice(
  tx: Db,
  { id, content, visibility }: Pick<Shown, 'id' | 'content' | 'visibility'>,
): Promise<void> {
  await filing(tx, id)
  const verified = await verifiedIn(tx, id, content.language)
  await setTags(tx, id, tagsOf(content, verified))
  await putDocument(tx, documentOf(id, content, visibility, verified))
}

/** In how many independent schools a practice was tried, and in what kinds of them: to be called in the write that changed its tries. */
export async function putTries(tx: Db, row: PracticeRecord, schoolsAmong: SchoolsAmong): Promise<void> {
  await filing(tx, row.id)
  const trials = await trialsToCount(tx, [row.id])
  const whose = whoseIs([row, ...(await originsOf(tx, row))])
  const { independentSchools } = countTrials(trials, whose)
  const schools = await schoolsAmong(
    tx,
    trials.filter((trial) => isIndependent(trial, whose)).map(({ placeId }) => placeId),
  )
  const tags = [...new Set([...schools.values()].flatMap((school) => kindsOf(school)))]
  await setTriedTags(tx, row.id, tags)
  await markDocument(tx, { kind: KIND, id: row.id, tokens: tags.map(TOKEN.tag), weight: independentSchools })
}

/** Schools like one another: as small or not, teaching in a common language. */
export const kindsOf = ({ isSmall, languages }: { isSmall: boolean; languages: readonly string[] }): string[] =>
  languages.map((language) => TAG.triedIn({ small: isSmall, language }))
