import type { Locale, PracticeOpened, PracticeView } from '@academy/contract'
import { Pairs } from '@academy/design/words'
import { formatDay } from '@academy/language/dates'
import { LANGUAGE_NAMES } from '@academy/language/locale'
import { minutes } from '@academy/language/ranges'
import { For, Show } from 'solid-js'
import { locale, needWords, useWords } from '../locale/locale.ts'
import { Later } from '../shell/Later.tsx'
import { conditionPairs, everyPupilPairs, keepPairs, literacyOf, planPairs } from './card-pairs.ts'
import { Origins } from './Origins.tsx'
import { gradesOf, langOf, names, placeOf } from './practice-words.ts'
import { inTheirs, Steps } from './Steps.tsx'

/** From which language it is. */
const translatedFrom = () =>
  Promise.all([import('./Translated.tsx'), needWords('translated')]).then(([module]) => module.TranslatedFrom)
const attachmentsPart = () =>
  Promise.all([import('./Attachments.tsx'), needWords('files')]).then(([module]) => module.Attachments)

/** The practice in the order of a lesson plan; `shown` is it in the reader's language. */
export const Reading = (props: { opened: PracticeOpened; shown: PracticeView; original: boolean }) => {
  const words = useWords('practices')
  const card = useWords('card')
  const practice = () => props.opened.practice
  const lang = () => langOf(props.shown.language)
  return (
    <>
      <Show when={props.opened.translation}>
        {(translation) => (
          <Later
            load={translatedFrom}
            // Its line stands there before its words, so that nothing moves.
            meanwhile={<p class="small">{'\u00a0'}</p>}
            props={{
              get translation() {
                return translation()
              },
              get from() {
                return practice().language
              },
              get original() {
                return props.original
              },
              get id() {
                return practice().id
              },
            }}
          />
        )}
      </Show>
      <Show when={!props.opened.translation && practice().brief}>
        {(brief) => (
          <section class="because">
            <b>{brief().title}</b>
            <p class="prose">{brief().summary}</p>
          </section>
        )}
      </Show>
      <Origins practice={practice()} />
      <Show when={planPairs(card(), props.shown).length}>
        <Pairs items={inTheirs(planPairs(card(), props.shown), lang())} />
      </Show>
      <section class="part">
        <h2>{words().purpose}</h2>
        <p class="prose" lang={lang()}>
          {props.shown.purpose}
        </p>
      </section>
      <section class="part">
        <h2>{words().steps}</h2>
        <Steps steps={props.shown.steps} lang={lang()} />
      </section>
      <For each={[keepPairs, everyPupilPairs]}>
        {(pairs) => (
          <Show when={pairs(card(), props.shown).length}>
            <Pairs items={inTheirs(pairs(card(), props.shown), lang())} />
          </Show>
        )}
      </For>
      {/* A practice that the phone remembers from before there were files has none. */}
      <Show when={practice().attachments?.length}>
        <Later
          load={attachmentsPart}
          props={{
            get files() {
              return practice().attachments
            },
          }}
        />
      </Show>
    </>
  )
}

/** For whom, with what, by whom: what one looks up. `written` is the language it was written in. */
export const Circumstances = (props: { practice: PracticeView; written: Locale }) => {
  const words = useWords('practices')
  const card = useWords('card')
  const pairs = () => {
    const say = words()
    const it = props.practice
    const all = [
      [say.subject, names(it.subjects)],
      [say.grade, gradesOf(say, it.grades)],
      [say.time, minutes(locale(), it.minutes)],
      [say.resources, names(it.resources)],
      [say.needs, it.needs && <span lang={langOf(it.language)}>{it.needs}</span>],
      [say.internet, say.internets[it.internet]],
      ...conditionPairs(card(), it, (n) => minutes(locale(), n)),
      [say.methods, names(it.methods)],
      [say.evidence, names(it.evidence)],
      [say.literacy, literacyOf(card(), it, say.literacyYes)],
      [say.language, <span lang={props.written}>{LANGUAGE_NAMES[props.written]}</span>],
      [say.author, [it.author ?? say.someone, ...it.coAuthors].join(', ')],
      [say.place, placeOf(say, it.place)],
      [
        say.published,
        [
          formatDay(locale(), it.publishedAt),
          it.editedAt !== null && say.editedOn(formatDay(locale(), it.editedAt)),
          it.version > 1 && say.version(it.version),
        ]
          .filter(Boolean)
          .join(', '),
      ],
    ] as const
    return all.filter(([, value]) => value)
  }
  return <Pairs items={pairs()} />
}
