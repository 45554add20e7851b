import { LIMITS, type Refusal } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Field } from '@academy/design/Field'
import { State } from '@academy/design/State'
import { Alert } from '@academy/design/words'
import { createSignal, Show } from 'solid-js'
import { locale, useWords } from '../locale/locale.ts'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import { refusalOf } from '../sync/index.ts'

/** How a forgotten password is mended: by a person who knows one, and by mail where the academy sends any. */
export const Forgotten = (props: { byMail: boolean }) => {
  const words = useWords('entry')
  const refused = useRefused()
  const sync = useSync()
  const [email, setEmail] = createSignal('')
  const [why, setWhy] = createSignal<Refusal>()
  const [sent, setSent] = createSignal(false)
  const [busy, setBusy] = createSignal(false)

  async function send(event: SubmitEvent) {
    event.preventDefault()
    if (busy()) return
    setBusy(true)
    setSent(false)
    try {
      await sync.rpc.members.requestRecovery.mutate({ email: email(), locale: locale() })
      setWhy()
      setSent(true)
    } catch (error) {
      setWhy(refusalOf(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <details>
      <summary>{words().forgot}</summary>
      <div class="part">
        <p>{words().forgotWhy}</p>
        <Show when={props.byMail}>
          <form class="part" onSubmit={(event) => void send(event)}>
            <Field
              label={words().mail}
              hint={words().byMail}
              type="email"
              inputMode="email"
              autocomplete="email"
              required
              maxLength={LIMITS.email}
              value={email()}
              onInput={setEmail}
            />
            <div role="status">
              <Show when={sent()}>
                <State kind="sent">{words().linkSent}</State>
              </Show>
            </div>
            <Show when={why()}>{(given) => <Alert>{refused(given())}</Alert>}</Show>
            <p>
              <Button busy={busy()}>{words().sendLink}</Button>
            </p>
          </form>
        </Show>
      </div>
    </details>
  )
}
