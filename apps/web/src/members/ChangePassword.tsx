import type { Refusal } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Alert } from '@academy/design/words'
import { createSignal, Show } from 'solid-js'
import { errorWord, useWords } from '../locale/locale.ts'
import { toasts } from '../shell/toasts.ts'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import { refusalOf } from '../sync/index.ts'
import { PasswordField } from './PasswordField.tsx'

export const ChangePassword = () => {
  const words = useWords('me')
  const refused = useRefused()
  const sync = useSync()
  const [old, setOld] = createSignal('')
  const [fresh, setFresh] = createSignal('')
  const [why, setWhy] = createSignal<Refusal>()
  const [busy, setBusy] = createSignal(false)
  const weak = () => why()?.code === 'members/weak-password' || why()?.code === 'bad-input'
  const wrong = () => why()?.code === 'members/wrong-password'

  async function change(event: SubmitEvent) {
    event.preventDefault()
    if (busy()) return
    setBusy(true)
    try {
      await sync.rpc.members.changePassword.mutate({ password: old(), newPassword: fresh() })
      setOld('')
      setFresh('')
      setWhy()
      toasts.show({ text: words().passwordChanged })
    } catch (error) {
      setWhy(refusalOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <details>
      <summary>{words().password}</summary>
      <form class="part" onSubmit={(event) => void change(event)}>
        <Show when={!weak() && !wrong() && why()}>{(given) => <Alert>{refused(given())}</Alert>}</Show>
        <PasswordField
          label={words().oldPassword}
          autocomplete="current-password"
          value={old()}
          onInput={setOld}
          error={wrong() ? errorWord('members/wrong-password') : undefined}
          showLabel={words().show}
          hideLabel={words().hide}
        />
        <PasswordField
          label={words().newPassword}
          hint={words().newPasswordHint}
          autocomplete="new-password"
          value={fresh()}
          onInput={setFresh}
          error={weak() ? errorWord('members/weak-password') : undefined}
          showLabel={words().show}
          hideLabel={words().hide}
        />
        <p>
          <Button busy={busy() || !old() || !fresh()}>{words().changePassword}</Button>
        </p>
      </form>
    </details>
  )
}
