import { For, type JSX, Show } from 'solid-js'
import { Icon, type IconName } from './Icon.tsx'

/** Under the title, never over the text. The caller keeps it mounted so that its change is read aloud. */
export const OfflineBand = (props: { show: boolean; title: JSX.Element; children: JSX.Element }) => (
  <div role="status">
    <Show when={props.show}>
      <p class="offline">
        <Icon name="cut" />
        <span>
          <b>{props.title}</b> {props.children}
        </span>
      </p>
    </Show>
  </div>
)

/** Something went wrong with the whole form or page; a field's own error lives at the field. */
export const Alert = (props: { title?: JSX.Element | undefined; children: JSX.Element }) => (
  <p class="alert" role="alert">
    <Show when={props.title}>
      <b>{props.title} </b>
    </Show>
    {props.children}
  </p>
)

/** What will be here, in one sentence, and one deed. */
export const Empty = (props: { text: JSX.Element; children?: JSX.Element }) => (
  <div class="empty">
    <Icon name="horn" />
    <p>{props.text}</p>
    {props.children}
  </div>
)

/** Appears only when waiting takes long: no spinner over content, no grey bones. */
export const Loading = (props: { children: JSX.Element }) => (
  <p class="loading" role="status">
    {props.children}
  </p>
)

/** One line of meta: badges, counts, tags. */
export const Facts = (props: { children: JSX.Element }) => <p class="facts">{props.children}</p>

/** A tag with its icon inside `Facts`. */
export const Tag = (props: { icon?: IconName | undefined; children: JSX.Element }) => (
  <span class="tag">
    <Show when={props.icon}>{(name) => <Icon name={name()} />}</Show>
    {props.children}
  </span>
)

/** Term and value. */
export const Pairs = (props: { items: readonly (readonly [term: string, value: JSX.Element])[] }) => (
  <dl class="pairs">
    <For each={props.items}>
      {(item) => (
        <div>
          <dt>{item[0]}</dt>
          <dd>{item[1]}</dd>
        </div>
      )}
    </For>
  </dl>
)
