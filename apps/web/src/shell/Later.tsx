import { type Component, createComponent, createSignal, type JSX, Show } from 'solid-js'

/**
 * A part that is rarely needed: fetched when it is. `meanwhile` stands there until it has come, and for good where it cannot come.
 * `props` are handed on as they are.
 */
export function Later<Props extends object>(props: {
  load: () => Promise<Component<Props>>
  props: Props
  meanwhile?: JSX.Element
}) {
  const [part, setPart] = createSignal<Component<Props>>()
  void props.load().then(
    (loaded) => setPart(() => loaded),
    () => {},
  )
  return (
    <Show when={part()} fallback={props.meanwhile}>
      {(loaded) => createComponent(loaded(), props.props)}
    </Show>
  )
}
