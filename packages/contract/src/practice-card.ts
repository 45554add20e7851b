import * as v from 'valibot'
import { line, maybeText } from './commands.ts'
import { Id } from './ids.ts'
import { LIMITS } from './limits.ts'
import { Locale } from './locale.ts'

/**
 * A word of one of the academy's dictionaries (subjects, methods, things needed, ways to see that it worked).
 * The dictionaries are data on the server; here only their form is known.
 */
export const Slug = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/))
export type Slug = string

/** 0 is the preschool class. */
export const GRADES = { first: 0, last: 12 } as const
export const Grade = v.pipe(v.number(), v.integer(), v.minValue(GRADES.first), v.maxValue(GRADES.last))
export const Minutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.practiceMinutes))

/** Who needs internet in the lesson: nobody, the teacher beforehand, or the pupils. */
export const INTERNET = ['none', 'teacher', 'students'] as const
export const Internet = v.picklist(INTERNET)
export type Internet = (typeof INTERNET)[number]

/** Parts of a lesson in a short-term plan (ҚМЖ / КСП). */
export const STAGES = ['start', 'middle', 'end'] as const
export const Stage = v.picklist(STAGES)
export type Stage = (typeof STAGES)[number]

/** Areas of functional literacy, reading first: it is the weakest. */
export const LITERACY = ['reading', 'maths', 'science', 'digital', 'financial', 'global'] as const
export const Literacy = v.picklist(LITERACY)
export type Literacy = (typeof LITERACY)[number]

/** Who has a device in the lesson: nobody, the teacher alone, a few for all, or each pupil. */
export const DEVICES = ['none', 'teacher', 'shared', 'each'] as const
export const Devices = v.picklist(DEVICES)
export type Devices = (typeof DEVICES)[number]

/** What others may do with a practice, by its SPDX name. */
export const LICENCES = ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-NC-4.0', 'CC0-1.0'] as const
export const Licence = v.picklist(LICENCES)
export type Licence = (typeof LICENCES)[number]

const unique = <T>(values: T[]): T[] => [...new Set(values)]
export const slugs = v.pipe(v.array(Slug), v.maxLength(LIMITS.list), v.transform(unique))
export const grades = v.pipe(
  v.array(Grade),
  v.maxLength(LIMITS.list),
  v.transform((all) => unique(all).sort((a, b) => a - b)),
)

/** The practice in short for readers of another language. A translation of the whole is a thing of its own. */
const AlsoIn = v.strictObject({ language: Locale, title: line(LIMITS.title), summary: line(LIMITS.practiceStep) })

const later = (most: number) => v.optional(maybeText(most))

const Step = v.strictObject({
  /** What the teacher does. */
  text: line(LIMITS.practiceStep),
  minutes: v.nullable(Minutes),
  stage: v.optional(v.nullable(Stage)),
  /** What pupils do, how one sees that it works, what is at hand. */
  pupils: later(LIMITS.practiceStep),
  assessment: later(LIMITS.practiceStep),
  resources: later(LIMITS.practiceStep),
})

const ClassSize = v.pipe(
  v.strictObject({
    from: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.classSize)),
    to: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.classSize)),
  }),
  v.check(({ from, to }) => from <= to),
)

/** Where a practice was taken from, when that is another academy: what its licence wants to be named. */
export const Source = v.strictObject({
  title: line(LIMITS.title),
  /** Empty where nobody is named. */
  author: maybeText(LIMITS.title),
  place: maybeText(LIMITS.placeName),
  url: v.pipe(v.string(), v.maxLength(LIMITS.url), v.regex(/^https?:\/\/[^\s"'<>\\^`{|}]+$/)),
  licence: Licence,
})
export type PracticeSource = v.InferOutput<typeof Source>

const Attachment = v.strictObject({ fileId: Id, name: line(LIMITS.title) })

/**
 * What a practice says, in the order of a short-term plan. What came with later versions of the card is optional on the wire: an older
 * page does not send it, and a command kept on a phone hashes as it did. `wholeContent` fills it in.
 */
export const contentEntries = {
  /** What the practice is written in; not necessarily what its author reads the academy in. */
  language: Locale,
  title: line(LIMITS.title),
  subjects: v.pipe(slugs, v.minLength(1), v.maxLength(5)),
  grades: v.pipe(grades, v.minLength(1)),
  minutes: Minutes,
  /** Section (unit) and topic of the lesson, as the teacher's plan names them. */
  section: later(LIMITS.title),
  topic: later(LIMITS.title),
  /** The curriculum's learning objective in the teacher's words; its code only where the author knows it. */
  objective: later(LIMITS.practiceStep),
  objectiveCode: later(LIMITS.objectiveCode),
  /** What pupils will be able to do at the end of the lesson. */
  lessonObjective: later(LIMITS.practiceStep),
  /** What it is for. */
  purpose: line(LIMITS.practiceText),
  steps: v.pipe(v.array(Step), v.minLength(1), v.maxLength(LIMITS.practiceSteps)),
  /** For who needs more help and who needs more to do. */
  differentiation: later(LIMITS.practiceText),
  safety: later(LIMITS.practiceStep),
  reflection: later(LIMITS.practiceText),
  /** Without this it is another practice. */
  core: later(LIMITS.practiceText),
  /** What may be done otherwise elsewhere. */
  mayChange: later(LIMITS.practiceText),
  /** What is needed: words of the dictionary, and whatever it has no word for. */
  resources: slugs,
  needs: maybeText(LIMITS.practiceStep),
  internet: Internet,
  devices: v.optional(v.nullable(Devices)),
  classSize: v.optional(v.nullable(ClassSize)),
  /** Minutes of getting ready before the lesson. */
  preparation: v.optional(v.nullable(Minutes)),
  /** Works in an ungraded (combined) class. */
  ungraded: v.boolean(),
  functionalLiteracy: v.boolean(),
  /** Which areas of functional literacy. */
  literacy: v.optional(v.pipe(v.array(Literacy), v.maxLength(LITERACY.length), v.transform(unique))),
  /** Other subjects it touches. */
  links: v.optional(v.pipe(slugs, v.maxLength(5))),
  methods: slugs,
  /** How one sees that it worked. */
  evidence: slugs,
  attachments: v.optional(v.pipe(v.array(Attachment), v.maxLength(LIMITS.attachments))),
  licence: v.optional(Licence),
  source: v.optional(v.nullable(Source)),
  alsoIn: v.pipe(v.array(AlsoIn), v.maxLength(2)),
}

export const PracticeWritten = v.strictObject(contentEntries)
/** As it is sent. */
export type PracticeWritten = v.InferOutput<typeof PracticeWritten>

type Whole<T> = { [K in keyof T]-?: Exclude<T[K], undefined> }
export type PracticeStep = Whole<v.InferOutput<typeof Step>>
/** As it is kept and read: the whole card. */
export type PracticeContent = Whole<Omit<PracticeWritten, 'steps'>> & { steps: PracticeStep[] }

/** What stands where nothing was written. */
const blank = (): Partial<PracticeContent> => ({
  section: '',
  topic: '',
  objective: '',
  objectiveCode: '',
  lessonObjective: '',
  differentiation: '',
  safety: '',
  reflection: '',
  core: '',
  mayChange: '',
  devices: null,
  classSize: null,
  preparation: null,
  literacy: [],
  links: [],
  attachments: [],
  licence: 'CC-BY-4.0',
  source: null,
})
const blankStep: Partial<PracticeStep> = { stage: null, pupils: '', assessment: '', resources: '' }

/**
 * The whole card of what was sent (and nothing else of the command), or of a version written before all this was on it. What a page
 * of yesterday does not send stays as it was `before`; of steps, where the teacher's part is the same.
 */
export const wholeContent = (it: PracticeWritten, before?: PracticeContent): PracticeContent => ({
  ...blank(),
  ...before,
  ...given(it, Object.keys(contentEntries) as (keyof PracticeWritten)[]),
  steps: it.steps.map((step) => ({
    ...blankStep,
    ...before?.steps.find(({ text }) => text === step.text),
    ...given(step, Object.keys(step) as (keyof PracticeStep)[]),
  })),
})

/** These keys, but for those that hold nothing. */
const given = <T extends object>(it: T, keys: readonly (keyof T)[]) =>
  Object.fromEntries(keys.flatMap((key) => (it[key] === undefined ? [] : [[key, it[key]]]))) as Whole<T>

export const otherLanguages = (it: Pick<PracticeWritten, 'language' | 'alsoIn'>) =>
  unique([it.language, ...it.alsoIn.map((other) => other.language)]).length === it.alsoIn.length + 1
