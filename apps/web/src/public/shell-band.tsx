import type { Locale, PageAt, PublicBundle } from '@academy/contract'
import { Icon } from '@academy/design/Icon'
import { renderToString } from 'solid-js/web'
import { memberWays, strangerWays } from '../shell/ways.ts'
import { Band } from './Frame.tsx'
import { WORDS } from './words.ts'

/** What stands in the app's page before the script has come: the band, and a word when that takes long. */
const appBody = (locale: Locale): string =>
  renderToString(() => (
    <div id="app">
      <div class="frame">
        <header class="band">
          <span class="brand">
            <Icon name="horn" />
            <span>{WORDS[locale].band.brand}</span>
          </span>
        </header>
        <main class="page">
          <p class="loading">{WORDS[locale].shell.opening}</p>
          <noscript>
            <p>
              {WORDS[locale].public.needsScript} <a href={`/${locale}/practices`}>{WORDS[locale].public.toPractices}</a>
            </p>
          </noscript>
        </main>
      </div>
    </div>
  ))

/** A participant's page keeps the band the server drew; the script fills what is under it. */
const liveBody = (locale: Locale, at: PageAt, signedIn: boolean): string => {
  const { band, shell } = WORDS[locale]
  return renderToString(() => (
    <div class="frame">
      <Band
        at={at}
        here="/live"
        locale={locale}
        ways={
          // The page the phone keeps is for whoever will open it: the script shows the right ones.
          at.path
            ? [{ ways: signedIn ? memberWays(band) : strangerWays(band, shell.signIn) }]
            : [
                { ways: memberWays(band), of: 'member', hidden: true },
                { ways: strangerWays(band, shell.signIn), of: 'stranger' },
              ]
        }
      />
      <main id="main" class="page" tabindex="-1">
        <p class="loading">{shell.opening}</p>
      </main>
    </div>
  ))
}

export const shellBody: PublicBundle['shellBody'] = (entry, locale, at, signedIn) =>
  entry === 'live' ? liveBody(locale, at, signedIn) : appBody(locale)
