import type {
  Locale,
  PracticeChange,
  PracticeContent,
  PracticeListField,
  PracticeStep,
  PracticeTextField,
  PracticeValueChange,
  StepChange,
} from '@academy/contract'
import { compareText, likeness } from './compare-text.ts'
import { inWords } from './dictionaries.ts'

type Compare = (a: PracticeContent, b: PracticeContent, locale: Locale) => PracticeChange[]

const text =
  (field: PracticeTextField): Compare =>
  (a, b) =>
    a[field] === b[field] ? [] : [{ kind: 'text', field, parts: compareText(a[field], b[field]) }]

const value =
  (field: PracticeValueChange['field']): Compare =>
  (a, b) =>
    JSON.stringify(a[field]) === JSON.stringify(b[field])
      ? []
      : [{ kind: 'value', field, from: a[field], to: b[field] } as PracticeValueChange]

/** What one list has and the other has not; the order of such a list says nothing. */
const list =
  (field: PracticeListField, itemsOf: (it: PracticeContent, locale: Locale) => string[]): Compare =>
  (a, b, locale) => {
    const [before, after] = [itemsOf(a, locale), itemsOf(b, locale)]
    const out = before.filter((one) => !after.includes(one))
    const into = after.filter((one) => !before.includes(one))
    return out.length + into.length === 0 ? [] : [{ kind: 'list', field, out, in: into }]
  }

const dictionary = (field: 'subjects' | 'resources' | 'methods' | 'evidence'): Compare =>
  list(field, (it, locale) => inWords(field, it[field], locale).map(({ name }) => name))

const steps: Compare = (a, b) => {
  const changed = compareSteps(a.steps, b.steps)
  return changed.length ? [{ kind: 'steps', steps: changed }] : []
}

const also: Compare = (a, b) => {
  const languages = [...new Set([...a.alsoIn, ...b.alsoIn].map(({ language }) => language))]
  return languages.flatMap((language): PracticeChange[] => {
    const [before, after] = [a, b].map(({ alsoIn }) => alsoIn.find((it) => it.language === language))
    if (before?.title === after?.title && before?.summary === after?.summary) return []
    const title = compareText(before?.title ?? '', after?.title ?? '')
    return [{ kind: 'also', language, title, summary: compareText(before?.summary ?? '', after?.summary ?? '') }]
  })
}

/** In the order of the card. */
const CARD: readonly Compare[] = [
  value('language'),
  text('title'),
  dictionary('subjects'),
  list('grades', (it) => it.grades.map(String)),
  value('minutes'),
  text('section'),
  text('topic'),
  text('objective'),
  text('objectiveCode'),
  text('lessonObjective'),
  text('purpose'),
  steps,
  text('differentiation'),
  text('safety'),
  text('reflection'),
  text('core'),
  text('mayChange'),
  dictionary('resources'),
  text('needs'),
  value('internet'),
  value('devices'),
  value('classSize'),
  value('preparation'),
  value('ungraded'),
  value('functionalLiteracy'),
  list('literacy', (it) => it.literacy),
  list('links', (it, locale) => inWords('subjects', it.links, locale).map(({ name }) => name)),
  dictionary('methods'),
  dictionary('evidence'),
  list('attachments', (it) => it.attachments.map(({ name }) => name)),
  value('licence'),
  also,
]

/**
 * What is not the same in two cards, field by field: two versions of one practice, or an adaptation beside its origin.
 * Pure; whoever calls it has asked whether the reader may see both.
 */
export const compareCards = (before: PracticeContent, after: PracticeContent, locale: Locale): PracticeChange[] =>
  CARD.flatMap((compare) => compare(before, after, locale))

/** Steps at least so alike are one step written anew; those that also changed places must be more so. */
const SAME_STEP = 0.4
const MOVED_STEP = 0.6

function compareSteps(before: readonly PracticeStep[], after: readonly PracticeStep[]): StepChange[] {
  const pairs = pairSteps(before, after)
  const gone = before.flatMap((step, at) => (pairs.some((it) => it.from === at) ? [] : [oneSide(step, at + 1, 'from')]))
  const rest = after.flatMap((step, at) => {
    const pair = pairs.find((it) => it.to === at)
    const was = pair && before[pair.from]
    if (!pair || !was) return [oneSide(step, at + 1, 'to')]
    return pair.moved || JSON.stringify(was) !== JSON.stringify(step) ? [bothSides(was, step, pair)] : []
  })
  // One that went stands where it stood.
  return [...gone, ...rest].sort((a, b) => (a.from ?? a.to ?? 0) - (b.from ?? b.to ?? 0))
}

interface Pair {
  from: number
  to: number
  moved: boolean
}

/** Which step became which: first in order, as alike as can be; then, of those left over, the ones that only changed places. */
function pairSteps(before: readonly PracticeStep[], after: readonly PracticeStep[]): Pair[] {
  const wordsOf = ({ text, pupils, resources }: PracticeStep) => [text, pupils, resources].join('\n')
  const alike = before.map((a) => after.map((b) => likeness(wordsOf(a), wordsOf(b))))
  const at = (i: number, j: number) => alike[i]?.[j] ?? 0
  // best[i][j]: the most likeness that steps from i and from j on can have.
  const best = Array.from({ length: before.length + 1 }, () => Array<number>(after.length + 1).fill(0))
  const bestAt = (i: number, j: number) => best[i]?.[j] ?? 0
  const paired = (i: number, j: number) => (at(i, j) >= SAME_STEP ? at(i, j) + bestAt(i + 1, j + 1) : -1)
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      (best[i] as number[])[j] = Math.max(paired(i, j), bestAt(i + 1, j), bestAt(i, j + 1))
  const pairs: Pair[] = []
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (paired(i, j) === bestAt(i, j)) pairs.push({ from: i++, to: j++, moved: false })
    else if (bestAt(i + 1, j) === bestAt(i, j)) i += 1
    else j += 1
  }
  for (const from of before.keys()) {
    if (pairs.some((it) => it.from === from)) continue
    const free = [...after.keys()].filter((to) => !pairs.some((it) => it.to === to) && at(from, to) >= MOVED_STEP)
    const to = free.sort((a, b) => at(from, b) - at(from, a))[0]
    if (to !== undefined) pairs.push({ from, to, moved: true })
  }
  return pairs
}

const FURTHER = ['pupils', 'assessment', 'resources'] as const
const nothing: PracticeStep = { text: '', minutes: null, stage: null, pupils: '', assessment: '', resources: '' }

function bothSides(a: PracticeStep, b: PracticeStep, pair: { from: number; to: number }): StepChange {
  return {
    from: pair.from + 1,
    to: pair.to + 1,
    text: compareText(a.text, b.text),
    more: FURTHER.flatMap((field) =>
      a[field] === b[field] ? [] : [{ field, parts: compareText(a[field], b[field]) }],
    ),
    minutes: a.minutes === b.minutes ? null : { from: a.minutes, to: b.minutes },
    stage: a.stage === b.stage ? null : { from: a.stage, to: b.stage },
  }
}

const oneSide = (step: PracticeStep, n: number, side: 'from' | 'to'): StepChange => ({
  ...(side === 'from' ? bothSides(step, nothing, { from: 0, to: 0 }) : bothSides(nothing, step, { from: 0, to: 0 })),
  from: side === 'from' ? n : null,
  to: side === 'to' ? n : null,
})
