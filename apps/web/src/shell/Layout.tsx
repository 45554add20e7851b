import { otherZone } from '@academy/language/clock'
import { createComponent, createEffect, ErrorBoundary, on, Show } from 'solid-js'
import { isLocale, locale, samePlace, switchWords, useWords } from '../locale/locale.ts'
import { announce, announced } from './announce.ts'
import { Band } from './Band.tsx'
import { Fault } from './Fault.tsx'
import { Halt } from './Halt.tsx'
import { me } from './me.ts'
import { navigate, PageContext, page, useLocation } from './router.ts'
import { Shelf } from './Shelf.tsx'
import { toasts } from './toasts.ts'
import { memberWays, strangerWays } from './ways.ts'

const localeOf = (pathname: string) => {
  const first = pathname.split('/')[1]
  return isLocale(first) ? first : undefined
}

/** What stands round every page of the app. */
export const Layout = () => {
  const location = useLocation()
  const words = useWords('band')
  const shell = useWords('shell')
  const path = () => location.pathname.replace(/^\/(kk|ru|en)(?=\/|$)/, '')
  // The desk and the wall have the whole screen to themselves.
  const bare = () => /^\/live\/[^/]+\/(desk|wall)$/.test(path())
  let main!: HTMLElement

  // Back and forward may lead to an address in another language.
  createEffect(() => {
    const wanted = localeOf(location.pathname)
    if (wanted && wanted !== locale()) void switchWords(wanted).catch(() => {})
  })

  // A new page begins at its beginning, for eyes and for readers; another language of the same page is not a new page.
  createEffect(
    on(
      page,
      () => {
        if (!main.contains(document.activeElement)) main.focus({ preventScroll: true })
        // The title is set by the page's own effect, which comes after this one.
        queueMicrotask(() => announce(document.title))
      },
      { defer: true },
    ),
  )

  return (
    <>
      <a class="unseen" href="#main" rel="external">
        {words().skip}
      </a>
      <div class="unseen" role="status">
        {announced()}
      </div>
      <div class="frame" classList={{ bare: bare() }}>
        {bare() ? null : (
          <Band
            ways={me() === null ? strangerWays(words(), shell().signIn) : memberWays(words())}
            at={path()}
            place={location}
            onTongue={(event, other) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return
              event.preventDefault()
              const place = samePlace(other, location)
              void switchWords(other).then(
                () => navigate(place, { replace: true, scroll: false }),
                () => toasts.show({ text: words().noTongue }),
              )
            }}
          />
        )}
        <main id="main" class={bare() ? undefined : 'page'} tabIndex={-1} ref={main}>
          <Halt here={location.pathname} />
          <Show when={page()} keyed>
            {(shown) => (
              <ErrorBoundary fallback={(fault, reset) => <Fault fault={fault} again={reset} />}>
                <PageContext.Provider value={shown}>{createComponent(shown.component, {})}</PageContext.Provider>
              </ErrorBoundary>
            )}
          </Show>
          <Show when={!bare() && otherZone(Date.now())}>
            <p class="small">{words().astana}</p>
          </Show>
        </main>
      </div>
      <Shelf />
    </>
  )
}
