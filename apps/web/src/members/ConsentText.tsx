import { CONSENT_TEXT } from '@academy/contract'
import { Loading } from '@academy/design/words'
import { createSignal, For, onMount, Show } from 'solid-js'
import { needWords, useWords } from '../locale/locale.ts'

/** What people agree to. Long and seldom read, so its words come when it is opened. */
export const ConsentText = (props: { onRead?: (() => void) | undefined }) => {
  const shell = useWords('shell')
  const words = useWords('consent')
  const [ready, setReady] = createSignal<boolean>()
  onMount(() =>
    needWords('consent').then(
      () => {
        setReady(true)
        props.onRead?.()
      },
      () => setReady(false),
    ),
  )
  return (
    <Show when={ready()} fallback={<Loading>{ready() === false ? shell().noLineNow : shell().opening}</Loading>}>
      <dl class="part">
        <For each={words()[CONSENT_TEXT].points}>
          {([title, text]) => (
            <div>
              <dt>
                <b>{title}</b>
              </dt>
              <dd class="small">{text}</dd>
            </div>
          )}
        </For>
      </dl>
    </Show>
  )
}
