import { Button } from '@academy/design/Button'
import { Dialog } from '@academy/design/Dialog'
import { Alert } from '@academy/design/words'
import { createSignal, For, Show } from 'solid-js'
import { excerpt } from '../home/excerpt.ts'
import { to, useWords } from '../locale/locale.ts'
import { useSync } from '../shell/use-sync.ts'
import { createOutbox } from '../sync/index.ts'

/** What becomes of what is unsent before one goes: sent, deliberately discarded, or one stays. */
export const UnsentAsk = (props: { count: number; shared: boolean; onStay: () => void }) => {
  const words = useWords('me')
  const unsent = useWords('unsent')
  const design = useWords('design')
  const sync = useSync()
  const items = createOutbox(sync)
  const waiting = () => items().filter((item) => item.state !== 'sent')
  const [stuck, setStuck] = createSignal(false)
  const [busy, setBusy] = createSignal(false)

  async function leave(choice: 'send' | 'discard') {
    setBusy(true)
    setStuck(false)
    if (await sync.signOut(choice)) return location.replace(to(''))
    setBusy(false)
    setStuck(true)
  }

  return (
    <Dialog open onClose={() => props.onStay()} title={words().unsentTitle} closeLabel={design().close}>
      <p>{words().unsentWhy(Math.max(props.count, waiting().length))}</p>
      <Show when={props.shared}>
        <p class="small">{words().unsentShared}</p>
      </Show>
      <ul class="list">
        <For each={waiting()}>{(item) => <li class="prose">{excerpt(item, unsent())}</li>}</For>
      </ul>
      <Show when={stuck()}>
        <Alert>{words().notSent}</Alert>
      </Show>
      <Button kind="go" wide busy={busy()} onPress={() => void leave('send')}>
        {words().sendAndOut}
      </Button>
      <Button wide busy={busy()} onPress={() => void leave('discard')}>
        {words().discardAndOut}
      </Button>
      <Button kind="bare" onPress={() => props.onStay()}>
        {words().stay}
      </Button>
    </Dialog>
  )
}
