import { type Id, LOCALES, type Locale, type PracticeTranslations, type TranslationShown } from '@academy/contract'
import { LANGUAGE_NAMES } from '@academy/language/locale'
import { createMemo, For, onCleanup, Show } from 'solid-js'
import { locale, to, useWords } from '../locale/locale.ts'
import { createAsked } from '../shell/create-asked.ts'
import { useSync } from '../shell/use-sync.ts'
import { createOutbox } from '../sync/index.ts'
import { namesOfTexts } from './names-of-texts.ts'
import { LANE } from './own-items.ts'
import css from './translated.module.css'

/** A quiet line above what is read: where it comes from, and the way to the original and back. */
export const TranslatedFrom = (props: { translation: TranslationShown; from: Locale; original: boolean; id: Id }) => {
  const words = useWords('translated')
  const card = useWords('card')
  // What the phone kept of an older page does not say which.
  const moved = () => namesOfTexts({ card: card(), translated: words() }, props.translation.changed ?? [])
  const here = () => to(`/practices/${props.id}`)
  return (
    <p class="small">
      <Show when={!props.original}>
        {words().from(props.from, props.translation.by)} {moved() && `${words().stale(moved())} `}
      </Show>
      <a href={props.original ? here() : `${here()}?original=1`}>
        {props.original ? words().toTranslation : words().toOriginal}
      </a>
    </p>
  )
}

/** Which languages it can be read in, and how each translation stands. */
export const Languages = (props: { id: Id; onDone: () => void }) => {
  const sync = useSync()
  const words = useWords('translated')
  const asked = createAsked<PracticeTranslations>(
    createMemo(() => `practices.translations ${props.id}`),
    () => sync.rpc.practices.translations.query({ practiceId: props.id }),
  )
  const all = createOutbox(sync, LANE)
  onCleanup(
    sync.outbox.onDone((id) => {
      const item = all().find((one) => one.id === id)
      if (item?.input.practiceId !== props.id || !/Translation$/.test(item.path)) return
      void asked.again()
      props.onDone()
    }),
  )
  const rows = (value: PracticeTranslations) =>
    LOCALES.flatMap((language) => {
      const brief = value.translations.find((one) => one.language === language)
      const original = language === value.original
      return original || brief || value.may.translate ? [{ language, brief, original }] : []
    })
  function state(row: ReturnType<typeof rows>[number]): string {
    const { brief } = row
    if (row.original) return words().original
    if (!brief) return ''
    if (brief.stale) return words().behind
    if (brief.verified) return words().verified
    return brief.by === 'machine' ? words().machine : words().draft
  }
  return (
    <Show when={asked.value()}>
      {(value) => (
        <Show when={rows(value()).length > 1}>
          <section class="part">
            <h2>{words().languages}</h2>
            <ul class={css.tongues}>
              <For each={rows(value())}>
                {(row) => (
                  <li>
                    <span>
                      <span lang={row.language}>{LANGUAGE_NAMES[row.language]}</span>{' '}
                      <span class="small">{state(row)}</span>
                    </span>
                    <span class="line">
                      <Show when={row.language !== locale() && (row.original || row.brief?.shown)}>
                        <a rel="external" href={`/${row.language}/practices/${props.id}`}>
                          {words().read}
                        </a>
                      </Show>
                      <Show when={!row.original && value().may.translate}>
                        <a href={to(`/practices/${props.id}/translate/${row.language}`)}>
                          {row.brief ? words().look : words().translate}
                        </a>
                      </Show>
                    </span>
                  </li>
                )}
              </For>
            </ul>
          </section>
        </Show>
      )}
    </Show>
  )
}
