import type { PracticeStep, PracticeView } from '@academy/contract'
import type { Words } from '../locale/words.ts'

type CardWords = Words['card']
type Pair = readonly [term: string, text: string]

const said = (all: readonly Pair[]) => all.filter(([, text]) => text)

/** Where the lesson stands in the plan; the objective's code before its words, as a plan has it. */
export const planPairs = (words: CardWords, it: PracticeView): Pair[] =>
  said([
    [words.section, it.section],
    [words.topic, it.topic],
    [words.objective, [it.objectiveCode, it.objective].filter(Boolean).join(' ')],
    [words.lessonObjective, it.lessonObjective],
  ])

/** Without what it is another practice, and what may be otherwise. */
export const keepPairs = (words: CardWords, it: PracticeView): Pair[] =>
  said([
    [words.core, it.core],
    [words.mayChange, it.mayChange],
  ])

export const everyPupilPairs = (words: CardWords, it: PracticeView): Pair[] =>
  said([
    [words.differentiation, it.differentiation],
    [words.safety, it.safety],
    [words.reflection, it.reflection],
  ])

export const stepPairs = (words: CardWords, step: PracticeStep): Pair[] =>
  said([
    [words.pupils, step.pupils],
    [words.assessment, step.assessment],
    [words.stepResources, step.resources],
  ])

/** The stage a step begins: none where it goes on in the one before. */
export const stageBegun = (words: CardWords, steps: readonly PracticeStep[], at: number): string => {
  const stage = steps[at]?.stage
  return stage && stage !== steps[at - 1]?.stage ? words.stages[stage] : ''
}

/** In what circumstances it was thought of, besides what every practice says. `length` writes minutes. */
export const conditionPairs = (words: CardWords, it: PracticeView, length: (n: number) => string): Pair[] =>
  said([
    [words.devices, it.devices ? words.deviceKinds[it.devices] : ''],
    [words.classSize, it.classSize ? words.pupilsFromTo(`${it.classSize.from}`, `${it.classSize.to}`) : ''],
    [words.preparation, it.preparation ? length(it.preparation) : ''],
    [words.links, it.links.map(({ name }) => name).join(', ')],
  ])

/** Its areas of functional literacy, or only that it has some. */
export const literacyOf = (words: CardWords, it: PracticeView, yes: string): string =>
  it.literacy.map((area) => words.literacies[area]).join(', ') || (it.functionalLiteracy ? yes : '')
