import type { Locale, PublicView } from '@academy/contract'
import { Show } from 'solid-js'
import { CodeForm, moment, SessionRows } from './rows.tsx'
import { inLocale, WORDS } from './words.ts'

/** By the code on the wall; or, with the link's key, by one press: opening a link joins nobody, for messengers open every link. */
export const JoinPage = (props: { view: PublicView<'join'>; locale: Locale }) => {
  const { view, locale } = props
  const words = WORDS[locale].public
  return (
    <Show when={view.door} fallback={<ByCode view={view} locale={locale} />}>
      {(door) => {
        const { session, key } = door()
        const title = inLocale(session.title, locale)
        return (
          <>
            <header class="head">
              <p class="small">{inLocale(session.place, locale).text}</p>
              <h1 lang={title.lang}>{title.text}</h1>
              <p>{words.starts(moment(session.startsAt, locale))}</p>
            </header>
            <div class="col">
              <form class="part" method="post" action={`/${locale}/live/${session.id}/join`}>
                <input type="hidden" name="k" value={key} />
                <button type="submit" class="btn go wide">
                  {words.joinDeed}
                </button>
                <p class="small">{words.joinFree}</p>
              </form>
            </div>
          </>
        )
      }}
    </Show>
  )
}

const ByCode = (props: { view: PublicView<'join'>; locale: Locale }) => {
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
