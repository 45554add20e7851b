import { type Id, LIMITS, LOCALES, type Locale, type PracticeView, type PracticeVisibility } from '@academy/contract'
import type { Clash } from '@academy/policy/merging'
import type { Words } from '../locale/words.ts'
import type { Written } from './own-items.ts'

export type FormStep = Omit<Written['steps'][number], 'minutes'> & { minutes: string }

/** Entries that are kept as they are typed. A draft begun before they were on the card has none, and sends none. */
const CARD = [
  'section',
  'topic',
  'objective',
  'objectiveCode',
  'lessonObjective',
  'differentiation',
  'safety',
  'reflection',
  'core',
  'mayChange',
  'devices',
  'literacy',
  'links',
] as const
const cardOf = (it: Pick<Form, (typeof CARD)[number]>): Pick<Form, (typeof CARD)[number]> =>
  Object.fromEntries(CARD.map((key) => [key, it[key]]))

/** What is being written: as it is typed, for a draft may be half a practice. */
export interface Form
  extends Omit<
    Written,
    'minutes' | 'steps' | 'alsoIn' | 'placeId' | 'base' | 'attachments' | 'classSize' | 'preparation'
  > {
  minutes: string
  steps: FormStep[]
  /** How many pupils it is for, and how long it takes to prepare. */
  atLeast?: string
  atMost?: string
  preparation?: string
  alsoIn: Record<Locale, { title: string; summary: string }>
  /** A draft kept before there were files has none. */
  attachments?: { fileId: Id; name: string }[]
  placeId: Id
  /** The version it was made from; 0 for a new practice. */
  base: number
  /** What it is an adaptation of. */
  origin?: { practiceId: Id; version: number } | undefined
  /** The copy on the server: the id it has there, and the last save this device has seen. One of an older page does not know what that said. */
  kept?: { id: Id; n: number; was?: Partial<Form> } | undefined
  /** Where another text says something else in the same place, until one has chosen. */
  clashes?: Clash[]
  /** The adaptation something was taken back in from. */
  takenFrom?: Id | undefined
  /** The refused thing this was brought back from: what is sent takes its place. */
  instead?: Id | undefined
}

export type Missing = keyof Words['writing']['need'] | 'alsoIn' | 'size' | 'preparation'

const noOthers = () =>
  Object.fromEntries(LOCALES.map((it) => [it, { title: '', summary: '' }])) as unknown as Form['alsoIn']

const text = (n: number | null | undefined) => `${n ?? ''}`

export const emptyForm = (language: Locale, placeId: Id): Form => ({
  language,
  title: '',
  subjects: [],
  grades: [],
  minutes: '45',
  purpose: '',
  steps: [{ text: '', minutes: '' }],
  resources: [],
  needs: '',
  internet: 'none',
  ungraded: false,
  functionalLiteracy: false,
  methods: [],
  evidence: [],
  alsoIn: noOthers(),
  visibility: 'public' satisfies PracticeVisibility,
  placeId,
  base: 0,
})

const slugs = (all: PracticeView['subjects']) => all.map(({ slug }) => slug)

/** A practice as it stands, to be changed. */
export const formOf = (it: PracticeView): Form =>
  formOfWritten({
    ...it,
    subjects: slugs(it.subjects),
    links: slugs(it.links),
    resources: slugs(it.resources),
    methods: slugs(it.methods),
    evidence: slugs(it.evidence),
    placeId: it.place.id,
    base: it.version,
  })

/** What was refused, back in the form. */
export const formOfWritten = (it: Written, instead?: Id): Form => ({
  language: it.language,
  title: it.title,
  subjects: it.subjects,
  grades: it.grades,
  minutes: text(it.minutes),
  purpose: it.purpose,
  steps: it.steps.map((step) => ({ ...step, minutes: text(step.minutes) })),
  ...cardOf(it),
  atLeast: text(it.classSize?.from),
  atMost: text(it.classSize?.to),
  preparation: text(it.preparation),
  resources: it.resources,
  needs: it.needs,
  internet: it.internet,
  ungraded: it.ungraded,
  functionalLiteracy: it.functionalLiteracy,
  methods: it.methods,
  evidence: it.evidence,
  alsoIn: {
    ...noOthers(),
    ...Object.fromEntries(it.alsoIn.map(({ language, title, summary }) => [language, { title, summary }])),
  },
  attachments: (it.attachments ?? []).map(({ fileId, name }) => ({ fileId, name })),
  visibility: it.visibility,
  licence: it.licence,
  source: it.source,
  placeId: it.placeId ?? '',
  base: it.base ?? 0,
  ...(it.origin && { origin: it.origin }),
  ...(it.takenFrom && { takenFrom: it.takenFrom }),
  ...(instead && { instead }),
})

const isUpTo = (most: number, typed: string) => {
  const n = Number(typed)
  return Number.isInteger(n) && n >= 1 && n <= most
}
const isMinutes = (typed: string) => isUpTo(LIMITS.practiceMinutes, typed)

/** Of a bound that is not said the widest is meant; undefined: not asked yet, null: none said, 'wrong': no such class. */
function sizeIn({ atLeast, atMost }: Form) {
  if (atLeast === undefined && atMost === undefined) return
  if (!atLeast && !atMost) return null
  const [from, to] = [atLeast || '1', atMost || `${LIMITS.classSize}`]
  const holds = [from, to].every((typed) => isUpTo(LIMITS.classSize, typed)) && Number(from) <= Number(to)
  return holds ? { from: Number(from), to: Number(to) } : 'wrong'
}

/** An empty step is no step. */
export const isBlank = (step: FormStep) =>
  ![step.text, step.pupils, step.assessment, step.resources].some((typed) => typed?.trim())
const otherLanguages = (form: Form) => LOCALES.filter((it) => it !== form.language)

/** What still has to be written before it can be sent, in the order of the form. */
export function missingIn(form: Form): Set<Missing> {
  const written = form.steps.filter((step) => !isBlank(step))
  const half = otherLanguages(form).some((it) => {
    const { title, summary } = form.alsoIn[it]
    return Boolean(title.trim()) !== Boolean(summary.trim())
  })
  const all: [Missing, boolean][] = [
    ['title', !form.title.trim()],
    ['subjects', !form.subjects.length],
    ['grades', !form.grades.length],
    ['minutes', !isMinutes(form.minutes)],
    ['purpose', !form.purpose.trim()],
    ['steps', !written.length || written.some((step) => !step.text.trim())],
    ['size', sizeIn(form) === 'wrong'],
    ['preparation', Boolean(form.preparation) && !isMinutes(form.preparation ?? '')],
    ['alsoIn', half],
  ]
  return new Set(all.flatMap(([name, is]) => (is ? [name] : [])))
}

/** What is sent, all but whose and from which version. An empty step is no step; a length that is none is left out. */
export function contentOf(form: Form) {
  const classSize = sizeIn(form)
  return {
    language: form.language,
    title: form.title,
    subjects: form.subjects,
    grades: form.grades,
    minutes: Number(form.minutes),
    purpose: form.purpose,
    steps: form.steps
      .filter((step) => !isBlank(step))
      .map((step) => ({ ...step, minutes: isMinutes(step.minutes) ? Number(step.minutes) : null })),
    ...cardOf(form),
    ...(classSize !== 'wrong' && { classSize }),
    ...(form.preparation !== undefined && { preparation: Number(form.preparation) || null }),
    resources: form.resources,
    needs: form.needs,
    internet: form.internet,
    ungraded: form.ungraded,
    functionalLiteracy: form.functionalLiteracy,
    methods: form.methods,
    evidence: form.evidence,
    alsoIn: otherLanguages(form).flatMap((language) =>
      form.alsoIn[language].title.trim() ? [{ language, ...form.alsoIn[language] }] : [],
    ),
    attachments: (form.attachments ?? []).filter((file) => file.name.trim()),
    visibility: form.visibility,
    licence: form.licence,
    source: form.source,
    ...(form.origin && { origin: form.origin }),
  }
}
