import { CRITERIA, type Criterion, type Scores } from '@academy/contract'
import { Tick } from '@academy/design/Tick'
import { For, Show } from 'solid-js'
import { useWords } from '../locale/locale.ts'
import css from './reviews.module.css'

export type Given = Partial<Scores>

/** All points, once every criterion has some. */
export const whole = (given: Given): Scores | undefined =>
  CRITERIA.every((criterion) => given[criterion] !== undefined) ? (given as Scores) : undefined

/** The same five questions for the example and for a review; answers in words, for points alone say nothing. */
export const Rubric = (props: {
  name: string
  given: Given
  onGive: (criterion: Criterion, points: number) => void
  /** Criteria without an answer are marked. */
  tried: boolean
}) => {
  const words = useWords('reviews')
  return (
    <For each={CRITERIA}>
      {(criterion) => (
        <fieldset classList={{ [css.missing as string]: props.tried && props.given[criterion] === undefined }}>
          <legend>
            <b>{words().criteria[criterion]}</b>
          </legend>
          <div class={css.points}>
            <For each={words().points}>
              {(point, n) => (
                <Tick
                  radio
                  name={`${props.name} ${criterion}`}
                  value={`${n()}`}
                  checked={props.given[criterion] === n()}
                  onChange={() => props.onGive(criterion, n())}
                >
                  {point}
                </Tick>
              )}
            </For>
          </div>
        </fieldset>
      )}
    </For>
  )
}

/** What was given, to be read. */
export const Points = (props: { scores: Scores }) => {
  const words = useWords('reviews')
  return (
    <ul class={`small ${css.given}`}>
      <For each={CRITERIA}>
        {(criterion) => (
          <li>
            {words().criteria[criterion]} <b>{words().points[props.scores[criterion]]}</b>
          </li>
        )}
      </For>
    </ul>
  )
}

/** Strength, question, next step. */
export const ReviewWords = (props: { strong: string; question: string; next: string }) => {
  const words = useWords('reviews')
  const Said = (said: { label: string; text: string }) => (
    <Show when={said.text}>
      <p class="prose">
        <b>{said.label}</b>
        <br />
        {said.text}
      </p>
    </Show>
  )
  return (
    <>
      <Said label={words().strong} text={props.strong} />
      <Said label={words().question} text={props.question} />
      <Said label={words().next} text={props.next} />
    </>
  )
}
