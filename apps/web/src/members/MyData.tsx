import { type MeView, newId, type Refusal } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Dialog } from '@academy/design/Dialog'
import { Alert } from '@academy/design/words'
import { formatDay, isoDate } from '@academy/language/dates'
import { createSignal, Show } from 'solid-js'
import { errorWord, locale, to, useWords } from '../locale/locale.ts'
import { who } from '../shell/me.ts'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import { refusalOf } from '../sync/index.ts'
import { ConsentText } from './ConsentText.tsx'
import { PasswordField } from './PasswordField.tsx'

/** What the academy keeps of one, the consent to it, and the end of both. */
export const MyData = (props: { me: MeView }) => {
  const words = useWords('me')
  const design = useWords('design')
  const refused = useRefused()
  const sync = useSync()
  const [why, setWhy] = createSignal<Refusal>()
  const [busy, setBusy] = createSignal(false)
  const [reading, setReading] = createSignal(false)
  const [withdrawing, setWithdrawing] = createSignal(false)

  async function attempt(deed: () => Promise<void>) {
    if (busy()) return
    setBusy(true)
    setWhy()
    try {
      await deed()
    } catch (error) {
      setWhy(refusalOf(error))
    } finally {
      setBusy(false)
    }
  }

  const download = () =>
    attempt(async () => {
      const all = await sync.rpc.members.exportMe.query()
      const file = URL.createObjectURL(new Blob([JSON.stringify(all, null, 2)], { type: 'application/json' }))
      const link = document.createElement('a')
      link.href = file
      link.download = `academy-${isoDate(Date.now())}.json`
      link.click()
      setTimeout(() => URL.revokeObjectURL(file), 60_000)
    })

  const reopened = (error: unknown) => {
    sync.line.open()
    throw error
  }
  const withdrawId = newId()
  const withdraw = () =>
    attempt(async () => {
      // The server ends every login, this one too: the page goes by itself, before the line tells it to.
      sync.line.close()
      await sync.rpc.members.withdrawConsent.mutate({ id: withdrawId }).catch(reopened)
      // What is unsent waits on the phone until the person agrees again.
      location.replace(to(''))
    })

  return (
    <section class="part">
      <h2>{words().data}</h2>
      <Show when={!withdrawing() && why()}>{(given) => <Alert>{refused(given())}</Alert>}</Show>
      <p class="small">{words().dataWhy}</p>
      <p>
        <Button busy={busy()} onPress={() => void download()}>
          {words().download}
        </Button>
      </p>
      <Show when={props.me.consent}>
        {(consent) => (
          <details onToggle={(event) => event.currentTarget.open && setReading(true)}>
            <summary>{words().consent}</summary>
            <div class="part">
              <p class="small">{words().agreedOn(formatDay(locale(), consent().at))}</p>
              <Show when={reading()}>
                <ConsentText />
              </Show>
              <Show when={!props.me.demo}>
                <p>
                  <Button onPress={() => setWithdrawing(true)}>{words().withdraw}</Button>
                </p>
              </Show>
            </div>
          </details>
        )}
      </Show>
      <Dialog
        open={withdrawing()}
        onClose={() => setWithdrawing(false)}
        title={words().withdraw}
        closeLabel={design().close}
      >
        <p>{words().withdrawWhy}</p>
        <Show when={why()}>{(given) => <Alert>{refused(given())}</Alert>}</Show>
        <Button kind="go" wide busy={busy()} onPress={() => void withdraw()}>
          {words().withdrawYes}
        </Button>
        <Button kind="bare" onPress={() => setWithdrawing(false)}>
          {words().stay}
        </Button>
      </Dialog>
      <Show when={!props.me.demo}>
        <DeleteMe />
      </Show>
    </section>
  )
}

const DeleteMe = () => {
  const words = useWords('me')
  const refused = useRefused()
  const sync = useSync()
  const [password, setPassword] = createSignal('')
  const [why, setWhy] = createSignal<Refusal>()
  const [busy, setBusy] = createSignal(false)
  const wrong = () => why()?.code === 'members/wrong-password'
  const before = who()?.sharedPhone ?? false
  const marked = (shared: boolean) => sync.become({ kind: 'member', id: sync.key }, shared)

  async function remove(event: SubmitEvent) {
    event.preventDefault()
    if (busy()) return
    setBusy(true)
    try {
      // As on a shared phone: nothing of this person stays here. The line is told first, else it would lead away before that.
      sync.line.close()
      await marked(true)
      await sync.rpc.members.deleteMe.mutate({ password: password() })
      await sync.signOut('discard')
      location.replace(to(''))
    } catch (error) {
      sync.line.open()
      await marked(before)
      setWhy(refusalOf(error))
      setBusy(false)
    }
  }
  return (
    <details>
      <summary>{words().remove}</summary>
      <form class="part" onSubmit={(event) => void remove(event)}>
        <p>{words().removeWhy}</p>
        <Show when={!wrong() && why()}>{(given) => <Alert>{refused(given())}</Alert>}</Show>
        <PasswordField
          label={words().oldPassword}
          autocomplete="current-password"
          value={password()}
          onInput={setPassword}
          error={wrong() ? errorWord('members/wrong-password') : undefined}
          showLabel={words().show}
          hideLabel={words().hide}
        />
        <p>
          <Button busy={busy() || !password()}>{words().removeYes}</Button>
        </p>
      </form>
    </details>
  )
}
