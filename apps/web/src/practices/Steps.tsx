import type { Locale, PracticeStep } from '@academy/contract'
import { Pairs } from '@academy/design/words'
import { minutes } from '@academy/language/ranges'
import { For, Show } from 'solid-js'
import { locale, useWords } from '../locale/locale.ts'
import { stageBegun, stepPairs } from './card-pairs.ts'
import css from './reading.module.css'

/** How it goes, stage by stage. What the academy says is in the reader's language, what the author says in their own. */
export const Steps = (props: { steps: readonly PracticeStep[]; lang?: Locale | undefined }) => {
  const words = useWords('card')
  return (
    <ol class={css.steps}>
      <For each={props.steps}>
        {(step, at) => (
          <li>
            <Show when={stageBegun(words(), props.steps, at()) || step.minutes}>
              <p>
                <b>{stageBegun(words(), props.steps, at())}</b> <span class="small">{length(step)}</span>
              </p>
            </Show>
            <p class="prose" lang={props.lang}>
              {step.text}
            </p>
            <Show when={stepPairs(words(), step).length}>
              <Pairs items={inTheirs(stepPairs(words(), step), props.lang)} />
            </Show>
          </li>
        )}
      </For>
    </ol>
  )
}

const length = (step: PracticeStep) => (step.minutes ? minutes(locale(), step.minutes) : '')

/** Terms are ours, what stands beside them is the author's. */
export const inTheirs = (pairs: readonly (readonly [string, string])[], lang: Locale | undefined) =>
  pairs.map(
    ([term, text]) =>
      [
        term,
        <span class="prose" lang={lang}>
          {text}
        </span>,
      ] as const,
  )
