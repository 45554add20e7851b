import { type Id, newId, type PracticeContent } from '@academy/contract'
import type { Db, Store } from '@academy/database'
import { putPractice, putTries } from '../search/put.ts'
import type { PracticesDeps } from '../shared.ts'
import { newPractice, shelve } from '../shelve.ts'
import { addVersion, findPractice, goOn } from '../store.ts'
import { addSave } from '../translations/store.ts'
import { addTrial } from '../trials/store.ts'
import { type DemoPractice, demoLibrary } from './library.ts'
import { demoTranslations, savedTranslation } from './translations.ts'
import { demoTries } from './tries.ts'

const DAY = 24 * 3600_000
/** The library came together since the start of the school year, two or three in a week. */
const EVERY = 1.9 * DAY
/** Any number without a common divisor with 42 puts neighbours of the file (one subject) far apart. */
const STRIDE = 11

/** A teacher of a demo school, in whose name practices are shared. */
export interface DemoTeacher {
  id: Id
  placeId: Id
}

/** Fills the demo library: shared in turn by the given teachers, the newest a few hours before `now`. Gives the ids, newest first. */
export async function fillPractices(
  { db, now, places }: { db: Pick<Store, 'write'>; now: Date; places: Pick<PracticesDeps['places'], 'schoolsAmong'> },
  { teachers }: { teachers: readonly DemoTeacher[] },
): Promise<Id[]> {
  const library = demoLibrary()
  const inOthers = demoTranslations()
  const made = library.map((_, n) => {
    const practice = library[(n * STRIDE) % library.length] as DemoPractice
    const teacher = teachers[n % teachers.length] as DemoTeacher
    // After lessons, never at the same minute.
    const at = new Date(now.getTime() - n * EVERY - (3 + (n % 5)) * 3600_000 - ((n * 17) % 60) * 60_000)
    return { ...versionsOf(practice), id: newId(), teacher, at }
  })
  await db.write(async (tx) => {
    // The oldest first, as they would have come.
    for (const [n, it] of [...made.entries()].reverse()) {
      const { id, teacher, at, visibility, first, second } = it
      await shelve(tx, newPractice({ id, authorId: teacher.id, placeId: teacher.placeId, visibility, at }, first))
      for (const told of demoTries(n, { id, content: first, teacher, at }, { teachers, now })) await addTrial(tx, told)
      const row = await findPractice(tx, id)
      if (row) await putTries(tx, row, places.schoolsAmong)
      const translations = inOthers
        .filter(({ of }) => of === first.title)
        .map((translation) => savedTranslation(translation, { id, content: first, teacher, at }, { teachers, now }))
      for (const save of translations) await addSave(tx, save)
      if (second) await edit(tx, it, second)
      if (second || translations.length > 0) await putPractice(tx, { id, content: second ?? first, visibility })
    }
  })
  return made.map(({ id }) => id)

  async function edit(tx: Db, { id, visibility, teacher, at }: (typeof made)[number], content: PracticeContent) {
    // A day later, but never later than now.
    const editedAt = new Date(Math.min(at.getTime() + DAY, (at.getTime() + now.getTime()) / 2))
    await goOn(tx, id, 1, { visibility, editedAt })
    await addVersion(tx, { practiceId: id, n: 2, content, writerId: teacher.id, at: editedAt })
  }
}

function versionsOf({ visibility, edited, ...content }: DemoPractice) {
  if (!edited) return { visibility, first: content, second: null }
  const last = content.steps.at(-1)
  const first = {
    ...content,
    steps: content.steps.slice(0, -1),
    minutes: content.minutes - (last?.minutes ?? 0),
  }
  return { visibility, first, second: content }
}
