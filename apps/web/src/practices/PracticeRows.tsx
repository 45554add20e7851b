import type { PracticeRow, PracticeRowFound } from '@academy/contract'
import { List } from '@academy/design/List'
import { Facts, Tag } from '@academy/design/words'
import { LANGUAGE_BADGES } from '@academy/language/locale'
import { For, Show } from 'solid-js'
import { needWords, to, useWords } from '../locale/locale.ts'
import { Later } from '../shell/Later.tsx'
import { Marked } from './Marked.tsx'
import { langOf, metaOf } from './practice-words.ts'

/** Badge of the language and what the practice is fit for. */
export const PracticeFacts = (props: { practice: PracticeRow }) => {
  const words = useWords('practices')
  return (
    <Facts>
      <span class="lang">{LANGUAGE_BADGES[props.practice.language]}</span>
      <Show when={props.practice.ungraded}>
        <Tag icon="mixed">{words().ungraded}</Tag>
      </Show>
      <Show when={props.practice.reviewedBy}>{(schools) => <Tag>{words().reviewed(schools())}</Tag>}</Show>
      <Show when={props.practice.visibility === 'members'}>
        <Tag>{words().membersOnly}</Tag>
      </Show>
    </Facts>
  )
}

const more = () => Promise.all([import('./FoundMore.tsx'), needWords('finding')]).then(([module]) => module.FoundMore)

/** Other lists than a search's know nothing of finding. */
const foundIn = (row: PracticeRow | PracticeRowFound) => ('found' in row ? row.found : null)

export const PracticeRows = (props: { items: readonly (PracticeRow | PracticeRowFound)[] }) => {
  const words = useWords('practices')
  return (
    <List>
      <For each={props.items}>
        {(practice) => (
          <li class="practice">
            <h3>
              <a
                class="voice"
                href={to(`/practices/${practice.id}`)}
                lang={practice.brief ? undefined : langOf(practice.language)}
              >
                <Marked text={practice.brief?.title ?? practice.title} marks={foundIn(practice)?.title ?? []} />
              </a>
            </h3>
            <p class="small">{metaOf(words(), practice)}</p>
            <PracticeFacts practice={practice} />
            <Show when={foundIn(practice)}>
              {(found) => <Later load={more} props={{ found: found(), language: practice.language }} />}
            </Show>
          </li>
        )}
      </For>
    </List>
  )
}
