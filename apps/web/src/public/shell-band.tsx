import type { Locale } from '@academy/contract'
import { Icon } from '@academy/design/Icon'
import { renderToString } from 'solid-js/web'
import { WORDS } from './words.ts'

/** The band alone, drawn by the server into the app's page: something stands there before the script has come. */
export const shellBand = (locale: Locale): string =>
  renderToString(() => (
    <div class="frame">
      <header class="band">
        <span class="brand">
          <Icon name="horn" />
          <span>{WORDS[locale].shell.brand}</span>
        </span>
      </header>
      <main class="page">
        <p class="loading">{WORDS[locale].shell.opening}</p>
        <noscript>
          <p>
            {WORDS[locale].shell.needsScript} <a href={`/${locale}/practices`}>{WORDS[locale].shell.toPractices}</a>
          </p>
        </noscript>
      </main>
    </div>
  ))
