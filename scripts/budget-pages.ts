import { openPages } from '../apps/server/src/platform/pages.ts'
import { demoLibrary } from '../apps/server/src/practices/demo/library.ts'
import {
  type LiveOpened,
  LOCALES,
  type Locale,
  newId,
  type PracticeContent,
  type PracticeView,
  type QuestionView,
  ROLES,
  type TranslationShown,
  wordsOf,
} from '../packages/contract/src/index.ts'

const at = { origin: 'https://academy.example.kz', path: '/practices/01J5ZK4T6Q8M2V9XH3R7B1C0DE' }
const place = {
  id: newId(),
  kind: 'school' as const,
  name: { kk: 'Софиевка орта мектебі', ru: 'Софиевская средняя школа', en: 'Sofievka secondary school' },
  demo: true,
}
const named = (slug: string) => ({ slug, name: slug })

const file = { fileId: newId(), size: 340_000, name: 'Қардың қимасы, бірінші топ' }
const attachments: PracticeView['attachments'] = [
  { ...file, kind: 'image', mime: 'image/webp', width: 2048, height: 1536 },
  { ...file, fileId: newId(), kind: 'document', mime: 'application/pdf', width: null, height: null },
]

const origin: PracticeView['chain'][number] = {
  id: newId(),
  title: 'Қар астындағы тіршілік',
  language: 'kk',
  author: 'Айгүл Серікқызы',
  place,
  version: 2,
}

/** The demo library as its pages show it. */
const practices = (): PracticeView[] =>
  demoLibrary().map((content) => ({
    ...content,
    id: newId(),
    brief: null,
    subjects: content.subjects.map(named),
    links: content.links.map(named),
    reviewedBy: 2,
    resources: content.resources.map(named),
    methods: content.methods.map(named),
    evidence: content.evidence.map(named),
    author: 'Гүлнар Сәрсенқызы Тілеуова',
    place,
    attachments,
    publishedAt: Date.UTC(2026, 10, 24),
    editedAt: null,
    version: 1,
    chain: [origin],
    coAuthors: ['Айгүл Серікқызы'],
    credits: [origin],
  }))

/** Behind its original, which takes the most words to say. */
const translated = (practice: PracticeView, language: Locale): TranslationShown | null =>
  practice.language === language
    ? null
    : {
        language,
        n: 3,
        ofVersion: 1,
        verified: true,
        stale: true,
        changed: ['title', 'purpose', 'steps.0.text', 'steps.1.text', 'safety'],
        by: 'machine',
        translator: practice.author,
        at: practice.publishedAt,
        verifiedBy: practice.author,
        verifiedAt: practice.publishedAt,
        content: {
          ...wordsOf(demoLibrary().find(({ title }) => title === practice.title) as PracticeContent),
          language,
        },
      }

const now = Date.UTC(2026, 10, 24, 10)
const question = (body: string, n: number): QuestionView => ({
  id: newId(),
  body,
  at: now,
  composedAt: null,
  state: 'queued',
  votes: 40 - n,
  author: n % 3 ? { name: 'Ата-ана', role: 'guest' } : null,
  edited: false,
  answer: null,
  airedAt: null,
})

/** A session in full swing: twenty questions of different people. */
function opened(from: readonly PracticeView[]): LiveOpened {
  const questions = from.slice(0, 20).map(({ purpose }, n) => question(`${purpose.slice(0, 140)}?`, n))
  return {
    session: {
      id: newId(),
      title: {
        kk: 'Мектеп пен үй: ашық сұрақ-жауап',
        ru: 'Школа и дом: открытый разговор',
        en: 'School and home: an open Q&A',
      },
      place: place.name,
      hostName: 'Айгүл Серікқызы',
      opensAt: now - 3_600_000,
      startsAt: now,
      closesAt: now + 3_600_000,
      archivedAt: null,
      naming: 'asker-chooses',
      review: true,
    },
    seq: 40,
    mySeq: 3,
    counts: { here: 148, queue: 20, answered: 7 },
    onAir: question('Интернет нашар, тапсырма сілтемемен келеді. Қағаз түрін алуға бола ма?', 0),
    queue: { items: questions, next: null },
    mine: [],
    supported: [],
    may: { ask: true, support: true, desk: false },
    now,
  }
}

/** Every public page at its heaviest, in every language, as the server sends it. */
export async function publicPages(): Promise<{ name: string; locale: Locale; html: string }[]> {
  const { publicPage } = await openPages()
  const all = practices()
  const live = opened(all)
  const subjects = [...new Map(all.flatMap((one) => one.subjects).map((one) => [one.slug, one])).values()]
  const demo = ROLES.map((role) => ({ role, name: 'Гүлнар Сәрсенқызы Тілеуова', place }))
  return LOCALES.flatMap((locale) => [
    {
      name: 'front',
      locale,
      html: publicPage('front', { at, demo, sessions: [live.session], practices: all.slice(0, 4) }, locale).html,
    },
    {
      name: 'practices',
      locale,
      html: publicPage(
        'practices',
        {
          at,
          asked: { search: '', subjects: [], grades: [], ungraded: false },
          subjects,
          found: {
            items: all.slice(0, 20).map((row) => ({ ...row, found: null })),
            next: 'next',
            total: 42,
            searchedFor: null,
          },
        },
        locale,
      ).html,
    },
    {
      name: 'collection',
      locale,
      html: publicPage(
        'collection',
        {
          at,
          found: {
            collection: {
              id: newId(),
              title: 'Қысқы далаға шығатын сабақтар',
              note: 'Қар мен желді бақылауға арналған: біріктірілген сыныпқа да, жеке сыныпқа да жарайды.',
              shared: true,
              by: 'Гүлнар Сәрсенқызы Тілеуова',
              editedAt: now,
            },
            items: all.slice(0, 20).map((practice) => ({ id: practice.id, practice })),
            next: 'next',
            total: 42,
            may: { edit: false },
          },
        },
        locale,
      ).html,
    },
    {
      name: 'join',
      locale,
      html: publicPage('join', { at, code: '', error: null, sessions: [], door: null }, locale).html,
    },
    {
      name: 'live',
      locale,
      html: publicPage(
        'live',
        {
          at,
          opened: live,
          answered: [],
          newId,
          asked: false,
          error: null,
          typed: { body: '', guestName: '', anonymous: false },
        },
        locale,
      ).html,
    },
    ...all.map((practice) => ({
      name: 'practice',
      locale,
      html: publicPage(
        'practice',
        { at, practice, translation: translated(practice, locale), original: false, tried: { tries: 12, schools: 7 } },
        locale,
      ).html,
    })),
  ])
}
