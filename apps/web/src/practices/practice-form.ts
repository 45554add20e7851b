import { type Id, LIMITS, LOCALES, type Locale, type PracticeView, type PracticeVisibility } from '@academy/contract'
import type { Words } from '../locale/words.ts'
import type { Written } from './own-items.ts'

/** What is being written: as it is typed, for a draft may be half a practice. */
export interface Form extends Omit<Written, 'minutes' | 'steps' | 'alsoIn' | 'placeId' | 'base' | 'attachments'> {
  minutes: string
  steps: { text: string; minutes: string }[]
  alsoIn: Record<Locale, { title: string; summary: string }>
  /** A draft kept before there were files has none. */
  attachments?: { fileId: Id; name: string }[]
  placeId: Id
  /** The version it was made from; 0 for a new practice. */
  base: number
  /** What it is an adaptation of. */
  origin?: { practiceId: Id; version: number } | undefined
  /** The refused thing this was brought back from: what is sent takes its place. */
  instead?: Id | undefined
}

export type Missing = keyof Words['writing']['need'] | 'alsoIn'

const noOthers = () =>
  Object.fromEntries(LOCALES.map((it) => [it, { title: '', summary: '' }])) as unknown as Form['alsoIn']

const text = (minutes: number | null) => (minutes === null ? '' : `${minutes}`)

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
  steps: it.steps.map((step) => ({ text: step.text, minutes: text(step.minutes) })),
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
  placeId: it.placeId ?? '',
  base: it.base ?? 0,
  ...(it.origin && { origin: it.origin }),
  ...(instead && { instead }),
})

const isMinutes = (typed: string) => {
  const n = Number(typed)
  return Number.isInteger(n) && n >= 1 && n <= LIMITS.practiceMinutes
}
const otherLanguages = (form: Form) => LOCALES.filter((it) => it !== form.language)

/** What still has to be written before it can be sent, in the order of the form. */
export function missingIn(form: Form): Set<Missing> {
  const written = form.steps.filter((step) => step.text.trim())
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
    ['steps', !written.length],
    ['alsoIn', half],
  ]
  return new Set(all.flatMap(([name, is]) => (is ? [name] : [])))
}

/** What is sent, all but whose and from which version. An empty step is no step; a length that is none is left out. */
export const contentOf = (form: Form) => ({
  language: form.language,
  title: form.title,
  subjects: form.subjects,
  grades: form.grades,
  minutes: Number(form.minutes),
  purpose: form.purpose,
  steps: form.steps
    .filter((step) => step.text.trim())
    .map((step) => ({ text: step.text, minutes: isMinutes(step.minutes) ? Number(step.minutes) : null })),
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
  ...(form.origin && { origin: form.origin }),
})
