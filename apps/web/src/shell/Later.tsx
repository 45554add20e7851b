import { type Component, createComponent, createSignal, type JSX, Show } from 'solid-js'

/**
 * A part that is rarely needed: fetched when it is, or as soon as there is a line again. `meanwhile` stands there until it has come.
 * `props` are handed on as they are.
 */
export function Later<Props extends object>(props: {
  load: () => Promise<Component<Props>>
  props: Props
  meanwhile?: JSX.Element
}) {
  const [part, setPart] = createSignal<Component<Props>>()
  const load = (): void =>
    void props.load().then(
      (loaded) => setPart(() => loaded),
      () => addEventListener('online', load, { once: true }),
    )
  load()
  return (
    <Show when={part()} fallback={props.meanwhile}>
      {(loaded) => createComponent(loaded(), props.props)}
    </Show>
  )
}
