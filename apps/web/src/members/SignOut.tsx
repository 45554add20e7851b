import { Button } from '@academy/design/Button'
import { Dialog } from '@academy/design/Dialog'
import { Alert } from '@academy/design/words'
import { createSignal, For, Show } from 'solid-js'
import { excerpt } from '../home/excerpt.ts'
import { to, useWords } from '../locale/locale.ts'
import { useSync } from '../shell/use-sync.ts'
import { createOutbox } from '../sync/index.ts'

/** Signs out at once where everything was sent; else one says what becomes of it. */
export const SignOut = (props: { shared: boolean }) => {
  const words = useWords('me')
  const unsent = useWords('unsent')
  const design = useWords('design')
  const sync = useSync()
  const items = createOutbox(sync)
  const [count, setCount] = createSignal(0)
  const [stuck, setStuck] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const waiting = () => items().filter((item) => item.state !== 'sent')

  async function press() {
    if (busy()) return
    setBusy(true)
    const left = await sync.unsent()
    if (left === 0) return void leave('send')
    setBusy(false)
    setCount(left)
  }
  async function leave(choice: 'send' | 'discard') {
    setBusy(true)
    setStuck(false)
    if (await sync.signOut(choice)) location.replace(to(''))
    else {
      setBusy(false)
      setCount(await sync.unsent())
      setStuck(true)
    }
  }
  const stay = () => {
    setCount(0)
    setStuck(false)
  }

  return (
    <>
      <Button wide busy={busy()} onPress={() => void press()}>
        {busy() ? words().signingOut : words().signOut}
      </Button>
      <Dialog open={count() > 0} onClose={stay} title={words().unsentTitle} closeLabel={design().close}>
        <p>{words().unsentWhy(count())}</p>
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
        <Button kind="bare" onPress={stay}>
          {words().stay}
        </Button>
      </Dialog>
    </>
  )
}
