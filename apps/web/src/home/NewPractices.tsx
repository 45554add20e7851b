import type { PracticePage, PracticeRow } from '@academy/contract'
import { Facts, Tag } from '@academy/design/words'
import { LANGUAGE_BADGES } from '@academy/language/locale'
import { minutes } from '@academy/language/ranges'
import { For, Show } from 'solid-js'
import { locale, to, useWords } from '../locale/locale.ts'
import { usePlaceName } from '../places/use-place-name.ts'
import { Answer } from '../shell/Answer.tsx'
import type { Asked } from '../shell/create-asked.ts'

/** The newest of the library, in short. */
export const NewPractices = (props: { of: Pick<Asked<PracticePage>, 'value' | 'fault' | 'again'> }) => {
  const words = useWords('home')
  const placeName = usePlaceName()
  const about = (practice: PracticeRow) =>
    [
      placeName(practice.place),
      practice.subjects.map(({ name }) => name).join(', '),
      minutes(locale(), practice.minutes),
    ].join('\u00a0· ')
  return (
    <section class="part">
      <h2>{words().practices}</h2>
      <Answer of={props.of}>
        {(page) => (
          <Show when={page().items.length > 0} fallback={<p class="small">{words().noPractices}</p>}>
            <ul class="list">
              <For each={page().items}>
                {(practice) => (
                  <li class="practice">
                    <h3>
                      <a
                        class="voice"
                        href={to(`/practices/${practice.id}`)}
                        lang={practice.brief ? undefined : practice.language}
                      >
                        {practice.brief?.title ?? practice.title}
                      </a>
                    </h3>
                    <p class="small">{about(practice)}</p>
                    <Facts>
                      <span class="lang">{LANGUAGE_BADGES[practice.language]}</span>
                      <Show when={practice.ungraded}>
                        <Tag icon="mixed">{words().mixed}</Tag>
                      </Show>
                    </Facts>
                  </li>
                )}
              </For>
            </ul>
            <p>
              <a class="btn bare" href={to('/practices')}>
                {words().allPractices}
              </a>
            </p>
          </Show>
        )}
      </Answer>
    </section>
  )
}
