import type { PracticeCredit, PracticeView } from '@academy/contract'
import { For, Show } from 'solid-js'
import { needWords, to, useWords } from '../locale/locale.ts'
import { Later } from '../shell/Later.tsx'
import { langOf, placeOf } from './practice-words.ts'
import { Unfold } from './Unfold.tsx'

const againstOrigin = () =>
  Promise.all([import('./AgainstOrigin.tsx'), needWords('changes')]).then(([module]) => module.AgainstOrigin)

/** Whose thoughts it goes on from: another academy's, another practice's, and whose changes it took in. */
export const Origins = (props: { practice: PracticeView }) => {
  const words = useWords('practices')
  const practice = () => props.practice
  return (
    <>
      <Show when={practice().source}>
        {(source) => (
          <p class="small">
            {words().adaptedFrom}{' '}
            <a href={source().url} rel="external nofollow noopener">
              {source().title}
            </a>
            {` · ${[source().author, source().place].filter(Boolean).join(' · ')}`}
          </p>
        )}
      </Show>
      <Show when={practice().chain[0]}>
        {(origin) => (
          <div>
            <p class="small">
              {words().adaptedFrom} <Whose of={origin()} />
            </p>
            <Unfold title={words().whatChanged}>
              <Later
                load={againstOrigin}
                props={{
                  get id() {
                    return practice().id
                  },
                }}
              />
            </Unfold>
          </div>
        )}
      </Show>
      <Show when={practice().credits.length}>
        <p class="small">
          {words().credits}{' '}
          <For each={practice().credits}>
            {(credit, at) => (
              <>
                {at() ? '; ' : ''}
                <Whose of={credit} />
              </>
            )}
          </For>
        </p>
      </Show>
    </>
  )
}

const Whose = (props: { of: PracticeCredit }) => {
  const words = useWords('practices')
  return (
    <>
      <a href={to(`/practices/${props.of.id}`)} lang={langOf(props.of.language)}>
        {props.of.title}
      </a>
      {` · ${[props.of.author, placeOf(words(), props.of.place)].filter(Boolean).join(' · ')}`}
    </>
  )
}
