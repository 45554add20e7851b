import type { Found, Locale } from '@academy/contract'
import { Facts, Tag } from '@academy/design/words'
import { Show } from 'solid-js'
import { useWords } from '../locale/locale.ts'
import { Marked } from './Marked.tsx'
import { langOf } from './practice-words.ts'

/** A row has room for so many reasons. */
const MOST_REASONS = 2

/** Below a found practice: where it says what was looked for, that it does so in another language, why it suits one's own school. */
export const FoundMore = (props: { found: Found; language: Locale }) => {
  const words = useWords('finding')
  const reasons = () =>
    props.found.fit
      .slice(0, MOST_REASONS)
      .map((reason) => words().fits[reason])
      .join(', ')
  return (
    <>
      <Show when={props.found.excerpt}>
        {(excerpt) => (
          <p class="small" lang={langOf(excerpt().language)}>
            <Marked text={excerpt().text} marks={excerpt().marks} />
          </p>
        )}
      </Show>
      <Show when={props.found.across || reasons()}>
        <Facts>
          <Show when={props.found.across}>
            <Tag>{words().inLanguage[props.language]}</Tag>
          </Show>
          <Show when={reasons()}>{(why) => <span>{words().fit(why())}</span>}</Show>
        </Facts>
      </Show>
    </>
  )
}
