import type { Locale, PublicView } from '@academy/contract'
import { ButtonLink } from '@academy/design/Button'
import { Show } from 'solid-js'
import { CodeForm, DemoRows, PracticeRows, SessionRows } from './rows.tsx'
import { WORDS } from './words.ts'

/** What the academy is, and the three ways in: read, join by a code, sign in. */
export const FrontPage = (props: { view: PublicView<'front'>; locale: Locale }) => {
  const { view, locale } = props
  const words = WORDS[locale].public
  const how = [
    [words.howPractices, words.howPracticesWhy],
    [words.howRooms, words.howRoomsWhy],
    [words.howLive, words.howLiveWhy],
  ] as const
  return (
    <>
      <header class="head">
        <h1>{words.frontTitle}</h1>
        <p class="lead">{words.frontLead}</p>
        <p class="line deeds">
          <ButtonLink kind="go" href={`/${locale}/practices`}>
            {words.read}
          </ButtonLink>
          <ButtonLink href={`/${locale}${view.signedIn ? '/home' : '/sign-in'}`}>
            {view.signedIn ? WORDS[locale].band.home : words.enter}
          </ButtonLink>
        </p>
        <Show when={!view.signedIn}>
          <p class="small">{words.enterWhy}</p>
        </Show>
      </header>
      <div class="col">
        <Show when={view.demo.length}>
          <section class="part">
            <h2>{words.demoTitle}</h2>
            <p class="small">{words.demoWhy}</p>
            <DemoRows doors={view.demo} locale={locale} />
          </section>
        </Show>
        <section class="part">
          <h2>{words.frontHow}</h2>
          <dl class="how">
            {how.map(([what, why]) => (
              <div>
                <dt>{what}</dt>
                <dd class="small">{why}</dd>
              </div>
            ))}
          </dl>
        </section>
        <Show when={view.practices.length}>
          <section class="part">
            <h2>{words.newest}</h2>
            <PracticeRows items={view.practices} locale={locale} />
            <p>
              <ButtonLink kind="bare" href={`/${locale}/practices`}>
                {words.allPractices}
              </ButtonLink>
            </p>
          </section>
        </Show>
      </div>
      <aside>
        <section class="part">
          <h2>{words.joinTitle}</h2>
          <p class="small">{words.joinLead}</p>
          <CodeForm locale={locale} />
        </section>
        <Show when={view.sessions.length}>
          <section class="part">
            <h2>{words.openNow}</h2>
            <SessionRows items={view.sessions} locale={locale} />
          </section>
        </Show>
      </aside>
    </>
  )
}
