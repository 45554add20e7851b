import { Button } from '@academy/design/Button'
import { createSignal, Show } from 'solid-js'
import { needWords, to, useWords } from '../locale/locale.ts'
import { toasts } from '../shell/toasts.ts'
import { useSync } from '../shell/use-sync.ts'
import type { UnsentAsk } from './UnsentAsk.tsx'

/** Signs out at once where everything was sent; else one says what becomes of it. */
export const SignOut = (props: { shared: boolean }) => {
  const words = useWords('me')
  const shell = useWords('shell')
  const sync = useSync()
  const [count, setCount] = createSignal(0)
  const [busy, setBusy] = createSignal(false)
  const [Ask, setAsk] = createSignal<typeof UnsentAsk>()

  async function press() {
    if (busy()) return
    setBusy(true)
    try {
      const left = await sync.unsent()
      if (left === 0 && (await sync.signOut('send'))) return location.replace(to(''))
      const [part] = await Promise.all([import('./UnsentAsk.tsx'), needWords('unsent')])
      setAsk(() => part.UnsentAsk)
      setCount(Math.max(1, left))
    } catch {
      // A part did not come: nobody is signed out, and nothing is lost.
      toasts.show({ text: shell().noLineNow })
    }
    setBusy(false)
  }

  return (
    <>
      <Button wide busy={busy()} onPress={() => void press()}>
        {busy() ? words().signingOut : words().signOut}
      </Button>
      <Show when={count() > 0 && Ask()} keyed>
        {(Part) => <Part count={count()} shared={props.shared} onStay={() => setCount(0)} />}
      </Show>
    </>
  )
}
