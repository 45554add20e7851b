import { LIMITS, type Locale } from '@academy/contract'
import { Select } from '@academy/design/Field'
import { For } from 'solid-js'
import { useWords } from '../locale/locale.ts'
import type { Words } from '../locale/words.ts'
import { Fold, Text } from './FormParts.tsx'
import { keysOf } from './keys-of.ts'
import type { Form, FormStep } from './practice-form.ts'

export interface CardPart {
  form: Form
  change: (part: Partial<Form>) => void
}

type TextEntry = 'section' | 'topic' | 'objective' | 'objectiveCode' | 'lessonObjective'
type LongEntry = 'core' | 'mayChange' | 'differentiation' | 'safety' | 'reflection'

const MOST: Record<TextEntry | LongEntry, number> = {
  section: LIMITS.title,
  topic: LIMITS.title,
  objective: LIMITS.practiceStep,
  objectiveCode: LIMITS.objectiveCode,
  lessonObjective: LIMITS.practiceStep,
  core: LIMITS.practiceText,
  mayChange: LIMITS.practiceText,
  differentiation: LIMITS.practiceText,
  safety: LIMITS.practiceStep,
  reflection: LIMITS.practiceText,
}
const ONE_LINE: readonly string[] = ['section', 'topic', 'objectiveCode'] satisfies TextEntry[]

const Entries = (props: CardPart & { entries: readonly (TextEntry | LongEntry)[] }) => {
  const words = useWords('card')
  const hint = (entry: string) => (words() as Partial<Record<string, unknown>>)[`${entry}Hint`] as string | undefined
  return (
    <For each={props.entries}>
      {(entry) => (
        <Text
          label={words()[entry satisfies keyof Words['card']]}
          hint={hint(entry)}
          most={MOST[entry]}
          rows={ONE_LINE.includes(entry) ? undefined : 2}
          lang={props.form.language}
          value={props.form[entry] ?? ''}
          onInput={(text) => props.change({ [entry]: text })}
        />
      )}
    </For>
  )
}

/** Where the lesson stands in the plan. */
export const PlanFields = (props: CardPart) => (
  <Entries {...props} entries={['section', 'topic', 'objective', 'objectiveCode', 'lessonObjective']} />
)

/** What makes it this practice, and what does not. */
export const KeepFields = (props: CardPart) => <Entries {...props} entries={['core', 'mayChange']} />

export const EveryPupilFields = (props: CardPart) => (
  <Entries {...props} entries={['differentiation', 'safety', 'reflection']} />
)

/** The columns of a plan besides what the teacher does: which stage, what pupils do, how one sees it, with what. */
export const StepMore = (props: { step: FormStep; lang: Locale; change: (part: Partial<FormStep>) => void }) => {
  const words = useWords('card')
  const columns = ['pupils', 'assessment', 'resources'] as const
  const label = (column: (typeof columns)[number]) => words()[column === 'resources' ? 'stepResources' : column]
  const begun = columns.some((column) => props.step[column]) || props.step.stage
  return (
    <Fold title={words().stepMore} open={begun ? true : undefined}>
      <Select
        label={words().stage}
        value={props.step.stage ?? ''}
        options={[
          { value: '', label: words().notSaid },
          ...keysOf(words().stages).map((value) => ({ value, label: words().stages[value] })),
        ]}
        onPick={(stage) => props.change({ stage: keysOf(words().stages).find((one) => one === stage) ?? null })}
      />
      <For each={columns}>
        {(column) => (
          <Text
            label={label(column)}
            most={LIMITS.practiceStep}
            rows={2}
            lang={props.lang}
            value={props.step[column] ?? ''}
            onInput={(text) => props.change({ [column]: text })}
          />
        )}
      </For>
    </Fold>
  )
}
