import { readFileSync } from 'node:fs'
import type { Id, Member, Trilingual } from '@academy/contract'
import type { Store } from '@academy/database'
import type { Live } from '../index.ts'
import { changeQuestion } from '../store.ts'
import { liveSupports } from '../tables.ts'

interface SampleQuestion {
  text: Trilingual
  anonymous: boolean
  votes: number
}

const DAY = 24 * 3600_000
const LANGUAGES = ['kk', 'ru', 'kk', 'ru', 'kk'] as const

/** What the demo's answered questions were answered with. */
const ANSWERS = [
  'Мектеп сайтында әр дүйсенбіде жаңарады. Қағаз түрі кітапханада, жауапты: сынып жетекшісі.',
  'Каждый четверг после третьего урока, кабинет 4. Запись у классного руководителя.',
]

const sampleQuestions = (): SampleQuestion[] =>
  JSON.parse(readFileSync(new URL('questions.json', import.meta.url), 'utf8')) as SampleQuestion[]

/** The demo's open session: questions in every state, with sample support. Begun again, it goes on where it was cut. */
export async function fillLive(
  deps: { db: Store; live: Live; filling: { now: Date; idOf(what: string): Id } },
  people: { host: Member; askers: readonly Member[]; schoolId: Id },
): Promise<void> {
  const { db, live } = deps
  const { now, idOf } = deps.filling
  const { host, askers, schoolId } = people
  const sessionId = idOf('live session')
  await live.service.create(host, {
    id: sessionId,
    placeId: schoolId,
    title: {
      kk: 'Мектеп пен үй: ашық сұрақ-жауап',
      ru: 'Школа и дом: открытый разговор',
      en: 'School and home: open questions',
    },
    opensAt: now.getTime() - 2 * DAY,
    startsAt: now.getTime() - 3600_000,
    closesAt: now.getTime() + 30 * DAY,
    naming: 'asker-chooses',
    review: true,
  })
  const asked: Id[] = []
  const samples = sampleQuestions()
  for (const [n, sample] of samples.entries()) {
    const asker = askers[n % askers.length]
    // Nobody may have more than ten waiting: what is asked first is let through before the next.
    if (!asker) continue
    const id = idOf(`question ${n}`)
    await live.service.ask(asker, {
      id,
      sessionId,
      body: sample.text[LANGUAGES[n % LANGUAGES.length] ?? 'kk'],
      anonymous: sample.anonymous,
    })
    asked.push(id)
    const deed = (what: string) => ({ id: idOf(`${what} ${n}`), sessionId, questionId: id })
    if (n >= 4) await live.desk.approve(host, deed('approve'))
    if (n === 5 || n === 6) await live.desk.answer(host, { ...deed('answer'), text: ANSWERS[n - 5] ?? '' })
    if (n > 14) await live.desk.answered(host, deed('answered'))
    await db.write(async (tx) => {
      const ballots = Array.from({ length: sample.votes }, (_, voter) => ({
        questionId: id,
        ballot: `demo-${n}-${voter}`,
      }))
      if (ballots.length > 0) await tx.insert(liveSupports).values(ballots).onConflictDoNothing()
      // They came one after another, not all in the minute the demo was made.
      const at = new Date(now.getTime() - (samples.length - n) * 4 * 60_000)
      await changeQuestion(tx, id, { votes: ballots.length, at })
    })
  }
  const onAir = asked[9]
  if (onAir) await live.desk.air(host, { id: idOf('on air'), sessionId, questionId: onAir })
}
