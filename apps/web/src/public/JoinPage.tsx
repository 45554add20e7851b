import type { Locale, PublicView } from '@academy/contract'
import { Show } from 'solid-js'
import { CodeForm, SessionRows } from './rows.tsx'
import { WORDS } from './words.ts'

export const JoinPage = (props: { view: PublicView<'join'>; locale: Locale }) => {
  const { view, locale } = props
  const words = WORDS[locale].public
  return (
    <>
      <header class="head">
        <h1>{words.joinTitle}</h1>
        <p>{words.joinLead}</p>
      </header>
      <div class="col">
        <CodeForm locale={locale} code={view.code} error={view.error ? WORDS[locale].errors[view.error] : undefined} />
        <Show when={view.sessions.length}>
          <section class="part">
            <h2>{words.openNow}</h2>
            <SessionRows items={view.sessions} locale={locale} />
          </section>
        </Show>
      </div>
    </>
  )
}
