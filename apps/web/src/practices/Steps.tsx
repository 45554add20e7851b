import type { Locale, PracticeContent } from '@academy/contract'
import { minutes } from '@academy/language/ranges'
import { For, Show } from 'solid-js'
import { locale } from '../locale/locale.ts'
import css from './practices.module.css'

export const Steps = (props: { steps: PracticeContent['steps']; lang?: Locale | undefined }) => (
  <ol class={css.steps} lang={props.lang}>
    <For each={props.steps}>
      {(step) => (
        <li>
          <p class="prose">{step.text}</p>
          <Show when={step.minutes}>
            {(length) => (
              <p class="small" lang={locale()}>
                {minutes(locale(), length())}
              </p>
            )}
          </Show>
        </li>
      )}
    </For>
  </ol>
)
