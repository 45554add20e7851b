import { type JSX, Show } from 'solid-js'
import { Icon } from './Icon.tsx'

/** Rule above each row, the last one closes. Children are `Enter` rows or plain `<li>`. */
export const List = (props: { children: JSX.Element; label?: string | undefined }) => (
  <ul class="list" aria-label={props.label}>
    {props.children}
  </ul>
)

export interface EnterProps {
  title: JSX.Element
  note?: JSX.Element | undefined
  href?: string | undefined
  onPress?: (() => void) | undefined
  /** Language of the title, where it is another than the page's. */
  lang?: string | undefined
  /** The address is another entry or a page of the server: the router keeps out. */
  external?: boolean | undefined
}

/** A row that only leads somewhere: no other button inside. */
export const Enter = (props: EnterProps) => {
  const inside = () => (
    <>
      <span>
        <b lang={props.lang}>{props.title}</b>
        <Show when={props.note}>
          <span class="small">{props.note}</span>
        </Show>
      </span>
      <Icon name="next" />
    </>
  )
  return (
    <li>
      <Show
        when={props.href}
        fallback={
          <button type="button" class="enter" onClick={() => props.onPress?.()}>
            {inside()}
          </button>
        }
      >
        <a class="enter" href={props.href} rel={props.external ? 'external' : undefined}>
          {inside()}
        </a>
      </Show>
    </li>
  )
}
