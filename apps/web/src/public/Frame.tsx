import type { Common, Locale } from '@academy/contract'
import { Icon, type IconName } from '@academy/design/Icon'
import { LANGUAGE_BADGES, LANGUAGE_NAMES } from '@academy/language/locale'
import type { JSX } from 'solid-js'
import { WORDS } from './words.ts'

const TONGUES: Locale[] = ['kk', 'ru', 'en']

/** Where a way leads and which pages lie on it. */
const WAYS: readonly { path: string; icon: IconName; name: 'practices' | 'live' }[] = [
  { path: '/practices', icon: 'book', name: 'practices' },
  { path: '/join', icon: 'air', name: 'live' },
]

/** The dark band and the page under it. */
export const Frame = (props: { view: Common; locale: Locale; children: JSX.Element }) => {
  const { view, locale } = props
  const { shell } = WORDS[locale]
  const { path, search = '' } = view.at
  const here = (way: string) => (path === way || path.startsWith(`${way}/`) ? 'page' : undefined)
  return (
    <>
      <a class="unseen" href="#main">
        {shell.skip}
      </a>
      <header class="band">
        <a class="brand" href={`/${locale}`}>
          <Icon name="horn" />
          <span>{shell.brand}</span>
        </a>
        <nav class="ways" aria-label={shell.ways}>
          {WAYS.map((way) => (
            <a href={`/${locale}${way.path}`} aria-current={here(way.path)}>
              <Icon name={way.icon} />
              <span>{shell[way.name]}</span>
            </a>
          ))}
          <a href={`/${locale}${view.signedIn ? '/home' : '/sign-in'}`}>
            <Icon name={view.signedIn ? 'home' : 'person'} />
            <span>{view.signedIn ? shell.home : shell.signIn}</span>
          </a>
        </nav>
        <nav class="tongues" aria-label={shell.tongue}>
          {TONGUES.map((tongue) => (
            <a
              href={`/${tongue}${path}${search}`}
              lang={tongue}
              hreflang={tongue}
              aria-label={LANGUAGE_NAMES[tongue]}
              aria-current={tongue === locale ? 'true' : undefined}
            >
              {LANGUAGE_BADGES[tongue]}
            </a>
          ))}
        </nav>
      </header>
      <main id="main" class="page">
        {props.children}
      </main>
    </>
  )
}
