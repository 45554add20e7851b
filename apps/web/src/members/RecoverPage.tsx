import type { RecoveryCard, Refusal } from '@academy/contract'
import { Button, ButtonLink } from '@academy/design/Button'
import { Alert } from '@academy/design/words'
import { formatDateTime } from '@academy/language/dates'
import { createSignal, Match, Show, Switch } from 'solid-js'
import { errorWord, locale, to, useWords } from '../locale/locale.ts'
import { Answer } from '../shell/Answer.tsx'
import { createAsked } from '../shell/create-asked.ts'
import { firstKey } from '../shell/first-data.ts'
import { LineBand } from '../shell/LineBand.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { useParams } from '../shell/router.ts'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import { refusalOf } from '../sync/index.ts'
import { PasswordField } from './PasswordField.tsx'

/** A new password by a link that somebody issued, or that came by mail. */
export const RecoverPage = () => {
  const words = useWords('entry')
  const sync = useSync()
  const params = useParams<{ token: string }>()
  // The link is a key: nothing of it is kept on the phone.
  const card = createAsked<RecoveryCard>(
    () => firstKey('members.recovery', { token: params.token }),
    () => sync.rpc.members.recovery.query({ token: params.token }),
    { keep: false },
  )
  const [done, setDone] = createSignal(false)
  const [ended, setEnded] = createSignal(false)
  const dead = () => ended() || ['members/recovery-ended', 'bad-input'].includes(card.fault()?.code ?? '')
  const title = () => (done() ? words().passwordSet : dead() ? words().linkEnded : words().newPassword)
  usePageTitle(title)
  return (
    <>
      <header class="head">
        <h1>{title()}</h1>
        <Switch>
          <Match when={done()}>
            <p>{words().passwordSetWhy}</p>
          </Match>
          <Match when={dead()}>
            <p>{errorWord('members/recovery-ended')}</p>
          </Match>
        </Switch>
        <LineBand />
      </header>
      <div class="col">
        <Show
          when={!done() && !dead()}
          fallback={
            <p>
              <ButtonLink kind="go" href={to('/sign-in')}>
                {words().enter}
              </ButtonLink>
            </p>
          }
        >
          <Answer of={card}>
            {(found) => (
              <NewPassword
                card={found()}
                token={params.token}
                onDone={() => setDone(true)}
                onEnded={() => setEnded(true)}
              />
            )}
          </Answer>
        </Show>
      </div>
    </>
  )
}

const NewPassword = (props: { card: RecoveryCard; token: string; onDone: () => void; onEnded: () => void }) => {
  const words = useWords('entry')
  const refused = useRefused()
  const sync = useSync()
  const [password, setPassword] = createSignal('')
  const [why, setWhy] = createSignal<Refusal>()
  const [busy, setBusy] = createSignal(false)
  const weak = () => why()?.code === 'members/weak-password' || why()?.code === 'bad-input'

  async function set(event: SubmitEvent) {
    event.preventDefault()
    if (busy()) return
    setBusy(true)
    try {
      await sync.rpc.members.recover.mutate({ token: props.token, password: password() })
      props.onDone()
    } catch (error) {
      const refusal = refusalOf(error)
      setWhy(refusal)
      if (refusal.code === 'members/recovery-ended') props.onEnded()
    } finally {
      setBusy(false)
    }
  }

  return (
    <form class="part" onSubmit={(event) => void set(event)}>
      <p>{words().recoverFor(props.card.name)}</p>
      <Show when={props.card.loginName}>{(login) => <p>{words().yourLogin(login())}</p>}</Show>
      <p class="small">{words().worksUntil(formatDateTime(locale(), props.card.expiresAt))}</p>
      {/* So that the phone keeps the new password under the right name. */}
      <input
        type="text"
        class="unseen"
        autocomplete="username"
        value={props.card.loginName ?? ''}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <Show when={!weak() && why()}>{(given) => <Alert>{refused(given())}</Alert>}</Show>
      <PasswordField
        label={words().newPassword}
        hint={words().newPasswordHint}
        error={weak() ? errorWord('members/weak-password') : undefined}
        value={password()}
        onInput={setPassword}
        autocomplete="new-password"
        showLabel={words().show}
        hideLabel={words().hide}
      />
      <Button kind="go" wide busy={busy()}>
        {words().setPassword}
      </Button>
    </form>
  )
}
