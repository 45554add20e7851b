import { type JSX, Show } from 'solid-js'
import { Initials } from './Initials.tsx'
import './talk.css'

export interface MsgProps {
  id?: string | undefined
  /** Who said it, as shown. */
  name: string
  /** Role and village. */
  about?: JSX.Element | undefined
  time: string
  /** The same moment for machines. */
  dateTime?: string | undefined
  mine?: boolean | undefined
  /** One or two letters, by `initials` of the language package. */
  initials: string
  lang?: string | undefined
  children: JSX.Element
}

/** One message, as a list item. States, sources and deeds are children after the text. */
export const Msg = (props: MsgProps) => (
  <li class="msg" classList={{ mine: props.mine ?? false }} id={props.id} lang={props.lang}>
    <Initials letters={props.initials} own={props.mine} />
    <header>
      <b>{props.name}</b>
      <Show when={props.about}>
        <span>{props.about}</span>
      </Show>
      <time dateTime={props.dateTime}>{props.time}</time>
    </header>
    {props.children}
  </li>
)

/** Names the day, or with `unread` the place where one stopped. */
export const Day = (props: { children: JSX.Element; unread?: boolean | undefined; id?: string | undefined }) => (
  <li class="day" classList={{ unread: props.unread ?? false }} id={props.id}>
    {props.children}
  </li>
)
