import {
  licenceName,
  type PracticeChange,
  type PracticeListField,
  type PracticeTextField,
  type PracticeValueChange,
  type StepChange,
  type TextPart,
} from '@academy/contract'
import { Tick } from '@academy/design/Tick'
import { Empty } from '@academy/design/words'
import { LANGUAGE_NAMES } from '@academy/language/locale'
import { minutes } from '@academy/language/ranges'
import { For, type JSX, Show } from 'solid-js'
import { locale, useWords } from '../locale/locale.ts'
import css from './changes.module.css'
import { type Takeable, takeableOf } from './take-in.ts'

type Field = PracticeTextField | PracticeListField | PracticeValueChange['field']

/** What every entry of the card is called; the words of `practices`, `card` and `changes` must be there. */
export function useLabels(): (field: Field) => string {
  const words = useWords('practices')
  const card = useWords('card')
  const changes = useWords('changes')
  return (field) => {
    const labels: Record<Field, string> = {
      title: changes().title,
      subjects: words().subject,
      grades: words().grade,
      minutes: words().time,
      section: card().section,
      topic: card().topic,
      objective: card().objective,
      objectiveCode: card().objectiveCode,
      lessonObjective: card().lessonObjective,
      purpose: words().purpose,
      differentiation: card().differentiation,
      safety: card().safety,
      reflection: card().reflection,
      core: card().core,
      mayChange: card().mayChange,
      resources: words().resources,
      needs: words().needs,
      internet: words().internet,
      devices: card().devices,
      classSize: card().classSize,
      preparation: card().preparation,
      ungraded: words().ungraded,
      functionalLiteracy: words().literacy,
      literacy: card().literacyAreas,
      links: card().links,
      methods: words().methods,
      evidence: words().evidence,
      attachments: changes().attachments,
      language: words().language,
      licence: changes().licence,
    }
    return labels[field]
  }
}

/** What is not the same in two cards, in the order of the card; with `take`, each may be chosen. */
export const Changes = (props: {
  changes: readonly PracticeChange[]
  take?: { chosen: readonly Takeable[]; turn: (entry: Takeable, on: boolean) => void } | undefined
}) => {
  const words = useWords('changes')
  const practices = useWords('practices')
  const label = useLabels()
  return (
    <Show when={props.changes.length} fallback={<Empty text={words().none} />}>
      <dl class={css.changes}>
        <For each={props.changes}>
          {(change) => (
            <div>
              <dt>
                {change.kind === 'steps'
                  ? practices().steps
                  : change.kind === 'also'
                    ? words().inLanguage(LANGUAGE_NAMES[change.language])
                    : label(change.field)}
              </dt>
              <dd>
                <Change change={change} />
                <Show when={props.take && takeableOf(change)}>
                  {(entry) => (
                    <Tick
                      checked={props.take?.chosen.includes(entry()) ?? false}
                      onChange={(on) => props.take?.turn(entry(), on)}
                    >
                      {words().take}
                    </Tick>
                  )}
                </Show>
              </dd>
            </div>
          )}
        </For>
      </dl>
    </Show>
  )
}

const Change = (props: { change: PracticeChange }): JSX.Element => {
  const inWords = useValues()
  const card = useWords('card')
  const { change } = props
  switch (change.kind) {
    case 'text':
      return <Parts parts={change.parts} />
    case 'list': {
      const areas: Partial<Record<string, string>> = change.field === 'literacy' ? card().literacies : {}
      const named = (items: string[]) => items.map((item) => areas[item] ?? item).join(', ')
      return <Was out={named(change.out)} in={named(change.in)} />
    }
    case 'value':
      return <Was out={inWords(change, change.from)} in={inWords(change, change.to)} />
    case 'also':
      return (
        <>
          <Parts parts={change.title} />
          <Parts parts={change.summary} />
        </>
      )
    case 'steps':
      return <For each={change.steps}>{(step) => <Step step={step} />}</For>
  }
}

function useValues() {
  const words = useWords('changes')
  const practices = useWords('practices')
  const card = useWords('card')
  return ({ field }: PracticeValueChange, value: PracticeValueChange['from']): string => {
    if (value === null) return words().notSaid
    if (typeof value === 'boolean') return value ? words().yes : words().no
    if (typeof value === 'number') return minutes(locale(), value)
    if (typeof value === 'object') return card().pupilsFromTo(`${value.from}`, `${value.to}`)
    const names: Partial<Record<string, string>> =
      field === 'internet' ? practices().internets : field === 'devices' ? card().deviceKinds : LANGUAGE_NAMES
    return field === 'licence' ? licenceName(value as Parameters<typeof licenceName>[0]) : (names[value] ?? value)
  }
}

/** A text with what went and what came in it: marked by more than colour, and said by screen readers. */
const Parts = (props: { parts: readonly TextPart[] }) => {
  const words = useWords('changes')
  return (
    <p class="prose">
      <For each={props.parts}>
        {(part) => (
          <Show when={part.is !== 'same'} fallback={part.text}>
            <Show
              when={part.is === 'out'}
              fallback={
                <ins>
                  <span class="unseen">{` ${words().added}: `}</span>
                  {part.text}
                </ins>
              }
            >
              <del>
                <span class="unseen">{` ${words().removed}: `}</span>
                {part.text}
              </del>
            </Show>
          </Show>
        )}
      </For>
    </p>
  )
}

const Was = (props: { out: string; in: string }) => (
  <Parts
    parts={[
      ...(props.out ? [{ is: 'out' as const, text: props.out }] : []),
      { is: 'same', text: props.out && props.in ? ' → ' : '' },
      ...(props.in ? [{ is: 'in' as const, text: props.in }] : []),
    ]}
  />
)

const Step = (props: { step: StepChange }) => {
  const words = useWords('changes')
  const card = useWords('card')
  const stage = (it: NonNullable<StepChange['stage']>['from']) => (it ? card().stages[it] : words().notSaid)
  const length = (n: number | null) => (n === null ? words().notSaid : minutes(locale(), n))
  const name = () => {
    const { from, to } = props.step
    if (to === null) return words().stepGone(from ?? 1)
    if (from === null) return words().stepNew(to)
    return from === to ? words().step(to) : words().stepMoved(from, to)
  }
  return (
    <div class={css.step}>
      <b>{name()}</b>
      <Parts parts={props.step.text} />
      <Show when={props.step.stage}>{(it) => <Was out={stage(it().from)} in={stage(it().to)} />}</Show>
      <Show when={props.step.minutes}>{(it) => <Was out={length(it().from)} in={length(it().to)} />}</Show>
      <For each={props.step.more}>
        {(more) => (
          <div>
            <span class="small">{card()[more.field === 'resources' ? 'stepResources' : more.field]}</span>
            <Parts parts={more.parts} />
          </div>
        )}
      </For>
    </div>
  )
}
