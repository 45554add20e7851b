import type { Common, Locale } from '@academy/contract'
import { Icon, type IconName } from '@academy/design/Icon'
import { LANGUAGE_BADGES, LANGUAGE_NAMES } from '@academy/language/locale'
import type { JSX } from 'solid-js'
import { memberWays, strangerWays } from '../shell/ways.ts'
import { WORDS } from './words.ts'

const TONGUES: Locale[] = ['kk', 'ru', 'en']

export interface BandWays {
  ways: readonly { path: string; icon: IconName; name: string }[]
  /** Drawn for the script to show when it knows who is here. */
  hidden?: boolean
  /** Whose ways these are, for the script. */
  of?: 'member' | 'stranger'
}

/** The dark band: the name, the ways, the tongues. */
export const Band = (props: { at: Common['at']; here: string; locale: Locale; ways: readonly BandWays[] }) => {
  const { locale } = props
  const { band } = WORDS[locale]
  const { path, search = '' } = props.at
  const isHere = (way: string) => (props.here === way || props.here.startsWith(`${way}/`) ? 'page' : undefined)
  return (
    <>
      <a class="unseen" href="#main">
        {band.skip}
      </a>
      <header class="band">
        <a class="brand" href={`/${locale}`}>
          <Icon name="horn" />
          <span>{band.brand}</span>
        </a>
        {props.ways.map(({ ways, hidden, of }) => (
          <nav class="ways" aria-label={band.ways} hidden={hidden} data-of={of}>
            {ways.map((way) => (
              <a href={`/${locale}${way.path}`} aria-current={isHere(way.path)}>
                <Icon name={way.icon} />
                <span>{way.name}</span>
              </a>
            ))}
          </nav>
        ))}
        <nav class="tongues" aria-label={band.tongue}>
          {TONGUES.map((tongue) => (
            <a
              href={`/${tongue}${path}${search}`}
              lang={tongue}
              hreflang={tongue}
              aria-label={`${LANGUAGE_BADGES[tongue]} – ${LANGUAGE_NAMES[tongue]}`}
              aria-current={tongue === locale ? 'true' : undefined}
            >
              {LANGUAGE_BADGES[tongue]}
            </a>
          ))}
        </nav>
      </header>
    </>
  )
}

/** The dark band and the page under it. */
export const Frame = (props: { view: Common; locale: Locale; children: JSX.Element }) => {
  const { view, locale } = props
  const { band, shell } = WORDS[locale]
  const ways = view.signedIn ? memberWays(band) : strangerWays(band, shell.signIn)
  return (
    <>
      <Band at={view.at} here={view.at.path} locale={locale} ways={[{ ways }]} />
      <main id="main" class="page">
        {props.children}
      </main>
    </>
  )
}
