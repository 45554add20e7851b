import { type Id, newId } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Alert } from '@academy/design/words'
import { createSignal, Show } from 'solid-js'
import { useWords } from '../locale/locale.ts'
import { createFault } from '../shell/create-fault.ts'
import { useSync } from '../shell/use-sync.ts'

/** Opened by the author's link: a colleague says that they will write along. Nothing happens by opening it. */
export const JoinAuthors = (props: { id: Id; search: string; onJoined: () => void }) => {
  const sync = useSync()
  const words = useWords('card')
  const [fault, setFault] = createFault()
  const [busy, setBusy] = createSignal(false)
  // One for every press: a repeated one is the same deed.
  const command = newId()
  const asked = new URLSearchParams(props.search)
  const done = () => {
    history.replaceState(history.state, '', location.pathname)
    props.onJoined()
  }
  async function join() {
    setBusy(true)
    setFault()
    try {
      const link = { key: asked.get('join') ?? '', until: Number(asked.get('until')) }
      await sync.rpc.practices.joinAuthors.mutate({ id: command, practiceId: props.id, ...link })
      done()
    } catch (error) {
      setFault(error)
    }
    setBusy(false)
  }
  return (
    <section class="because part">
      <p>{words().joinAsk}</p>
      <p class="line">
        <Button kind="go" busy={busy()} onPress={() => void join()}>
          {words().joinAuthors}
        </Button>
        <Button kind="bare" onPress={done}>
          {words().notNow}
        </Button>
      </p>
      <Show when={fault()}>
        <Alert>{fault()}</Alert>
      </Show>
    </section>
  )
}
