import { Icon, type IconName } from '@academy/design/Icon'
import { LANGUAGE_BADGES, LANGUAGE_NAMES } from '@academy/language/locale'
import { For, type JSX, Show } from 'solid-js'
import { locale, samePlace, TONGUES, to, useWords } from '../locale/locale.ts'

export interface Way {
  path: string
  icon: IconName
  name: string
}

export interface BandProps {
  ways: readonly Way[]
  /** The path without its language. */
  at: string
  /** Changes the language in place; without it the tongues are plain links. */
  onTongue: (event: MouseEvent, other: (typeof TONGUES)[number]) => void
  /** Where the tongues lead when opened in a new tab. */
  place: Pick<Location, 'pathname' | 'search' | 'hash'>
  /** The ways lead to another entry than this one. */
  external?: boolean | undefined
  children?: JSX.Element
}

/** Dark felt to hold on to: the name, the ways, the tongues; its edge is cut by rams' horns. */
export const Band = (props: BandProps) => {
  const words = useWords('band')
  const here = (path: string) => props.at === path || props.at.startsWith(`${path}/`)
  return (
    <header class="band">
      <a class="brand" href={to('/home')} rel={props.external ? 'external' : undefined}>
        <Icon name="horn" />
        <span>{words().brand}</span>
      </a>
      <Show when={props.ways.length}>
        <nav class="ways" aria-label={words().ways}>
          <For each={props.ways}>
            {(way) => (
              <a
                href={to(way.path)}
                aria-current={here(way.path) ? 'page' : undefined}
                rel={props.external ? 'external' : undefined}
              >
                <Icon name={way.icon} />
                <span>{way.name}</span>
              </a>
            )}
          </For>
        </nav>
      </Show>
      <nav class="tongues" aria-label={words().tongue}>
        <For each={TONGUES}>
          {(tongue) => (
            <a
              href={samePlace(tongue, props.place)}
              lang={tongue}
              hreflang={tongue}
              aria-label={`${LANGUAGE_BADGES[tongue]} – ${LANGUAGE_NAMES[tongue]}`}
              aria-current={tongue === locale() ? 'true' : undefined}
              onClick={(event) => props.onTongue(event, tongue)}
            >
              {LANGUAGE_BADGES[tongue]}
            </a>
          )}
        </For>
      </nav>
      {props.children}
    </header>
  )
}
