import {
  AcademyError,
  type Actor,
  type Done,
  type EditTrial,
  type Id,
  type Member,
  type TakeBackTrial,
  type TellTrial,
  type TrialPage,
  type TrialsOf,
  type TrialView,
} from '@academy/contract'
import { almaty, maskIins } from '@academy/language'
import { mayTellTrial, mayTellTrialSomewhere } from '@academy/policy'
import { readCursor, writeCursor } from '../../platform/cursors.ts'
import { createRepeatable } from '../../platform/deeds.ts'
import { putTries } from '../search/put.ts'
import { type PracticesDeps, type PracticesShared, tellWriters } from '../shared.ts'
import { countTrials, whoseIs } from '../spread/count.ts'
import { findPractice, originsOf } from '../store.ts'
import * as store from './store.ts'

/** What was told, without identification numbers. */
const wordsOf = ({ outcome, day, classKind, grades, pupils, language, ...words }: TellTrial | EditTrial) => ({
  outcome,
  day,
  classKind,
  grades,
  pupils,
  language,
  happened: maskIins(words.happened),
  conditions: maskIins(words.conditions),
  changed: maskIins(words.changed),
})

/** A lesson that is still to come was not tried. The day is Astana's. */
function mustBeOver(day: string, now: Date): void {
  const { year, month, day: today } = almaty(now.getTime())
  const pad = (n: number) => `${n}`.padStart(2, '0')
  if (day > `${year}-${pad(month)}-${pad(today)}`) throw new AcademyError('bad-input', { fields: ['day'] })
}

export type TrialsService = ReturnType<typeof createTrialsService>

/** Who tried a practice tells how it went; that it did not work counts, and is thanked for, as much as that it did. */
export function createTrialsService(deps: PracticesDeps, { enter }: PracticesShared) {
  const { db, clock, doDeed, places, members } = deps
  const repeatable = createRepeatable(deps)

  async function tell(member: Member, input: TellTrial): Promise<Done> {
    const { row, facts } = await enter(member, input.practiceId)
    if (facts.withdrawn) throw new AcademyError('practices/withdrawn')
    const path = await places.pathOf(input.placeId)
    if (!path) throw new AcademyError('not-found')
    if (!mayTellTrial(member, path)) throw new AcademyError('refused')
    if (input.version > row.current) throw new AcademyError('bad-input', { fields: ['version'] })
    const at = clock.now()
    mustBeOver(input.day, at)
    const { done } = await doDeed({ actor: member, path: 'practices.tellTrial', input, at }, async (tx) => {
      const { id, practiceId, version, placeId } = input
      const whose = { id, practiceId, version, placeId, memberId: member.id, byAuthor: false }
      await store.addTrial(tx, { ...whose, ...wordsOf(input), at, editedAt: null, takenBackAt: null })
      await putTries(tx, row, places.schoolsAmong)
      return tellWriters(row, 'trial.told', member.id)
    })
    return done
  }

  /** One's own that stands; to everybody else there is none to change. */
  async function own(member: Member, trialId: Id) {
    const trial = await store.findTrial(db.read, trialId)
    if (!trial || trial.takenBackAt || trial.memberId !== member.id) throw new AcademyError('not-found')
    return trial
  }

  async function edit(member: Member, input: EditTrial): Promise<Done> {
    const trial = await own(member, input.trialId)
    const { row } = await enter(member, trial.practiceId)
    const at = clock.now()
    mustBeOver(input.day, at)
    const { done } = await doDeed({ actor: member, path: 'practices.editTrial', input, at }, async (tx) => {
      if (!(await store.editTrial(tx, trial.id, { ...wordsOf(input), editedAt: at })))
        throw new AcademyError('not-found')
      return tellWriters(row, 'trial.told', member.id)
    })
    return done
  }

  async function takeBack(member: Member, input: TakeBackTrial): Promise<Done> {
    const trial = await own(member, input.trialId)
    const at = clock.now()
    const { done } = await doDeed({ actor: member, path: 'practices.takeBackTrial', input, at }, async (tx) => {
      await store.takeBack(tx, trial.id, at)
      const row = await findPractice(tx, trial.practiceId)
      if (row) await putTries(tx, row, places.schoolsAmong)
      return []
    })
    return done
  }

  async function list(actor: Actor, q: TrialsOf): Promise<TrialPage> {
    const { row, facts } = await enter(actor, q.practiceId)
    const before = readCursor(q.cursor, { at: 'number', id: 'text' })
    const [rows, toCount, origins] = await Promise.all([
      store.listTrials(db.read, {
        practiceId: row.id,
        before: before ? { at: new Date(before.at), id: before.id } : null,
        limit: q.limit + 1,
      }),
      store.trialsToCount(db.read, [row.id]),
      originsOf(db.read, row),
    ])
    const page = rows.slice(0, q.limit)
    const [people, where] = await Promise.all([
      members.namesOf([...new Set(page.flatMap((trial) => trial.memberId ?? []))]),
      places.briefs([...new Set(page.map((trial) => trial.placeId))]),
    ])
    const last = page.at(-1)
    return {
      items: page.flatMap((trial): TrialView[] => {
        const { id, version, outcome, day, classKind, grades, pupils, language, happened, conditions, changed } = trial
        const place = where.get(trial.placeId)
        if (!place) return []
        const told = { version, outcome, day, classKind, grades, pupils, language, happened, conditions, changed }
        return [
          {
            id,
            ...told,
            by: people.get(trial.memberId ?? '') ?? null,
            place,
            at: trial.at.getTime(),
            editedAt: trial.editedAt?.getTime() ?? null,
            mine: actor.kind === 'member' && trial.memberId === actor.id,
          },
        ]
      }),
      next: rows.length > q.limit && last ? writeCursor(last.at.getTime(), last.id) : null,
      counts: countTrials(toCount, whoseIs([row, ...origins])),
      may: { tell: !facts.withdrawn && mayTellTrialSomewhere(actor) },
    }
  }

  return {
    tell: repeatable('practices.tellTrial', tell),
    edit: repeatable('practices.editTrial', edit),
    takeBack: repeatable('practices.takeBackTrial', takeBack),
    list,
  }
}
