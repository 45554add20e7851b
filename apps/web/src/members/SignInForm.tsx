import { CONSENT_TEXT, LIMITS, type Refusal } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Field } from '@academy/design/Field'
import { Tick } from '@academy/design/Tick'
import { Alert } from '@academy/design/words'
import { createSignal, Show } from 'solid-js'
import { useWords } from '../locale/locale.ts'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import { refusalOf } from '../sync/index.ts'
import { ConsentText } from './ConsentText.tsx'
import { PasswordField } from './PasswordField.tsx'

/** What was typed stays whatever is answered. */
export const SignInForm = (props: { onEntered: () => void }) => {
  const words = useWords('entry')
  const shell = useWords('shell')
  const refused = useRefused()
  const sync = useSync()
  const [name, setName] = createSignal('')
  const [password, setPassword] = createSignal('')
  const [sharedPhone, setShared] = createSignal(false)
  const [why, setWhy] = createSignal<Refusal>()
  const [pressed, setPressed] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [read, setRead] = createSignal(false)
  const consentNeeded = () => why()?.code === 'members/consent-needed'
  let nameField: HTMLElement | undefined

  async function enter(consented: boolean) {
    setPressed(true)
    if (busy()) return
    if (!name().trim() || !password()) return nameField?.focus()
    setBusy(true)
    const consent = consented ? { consent: { textVersion: CONSENT_TEXT } } : {}
    try {
      await sync.rpc.members.signIn.mutate({
        name: name(),
        password: password(),
        sharedPhone: sharedPhone(),
        ...consent,
      })
      // Stays busy: the page goes now.
      props.onEntered()
    } catch (error) {
      setWhy(refusalOf(error))
      setBusy(false)
    }
  }

  return (
    <form
      class="part"
      onSubmit={(event) => {
        event.preventDefault()
        void enter(consentNeeded())
      }}
    >
      <Show
        when={!consentNeeded()}
        fallback={
          <>
            <h2>{words().consentNeeded}</h2>
            <p>{words().consentWhy}</p>
            <ConsentText onRead={() => setRead(true)} />
            <p class="line">
              <Button kind="go" busy={busy() || !read()}>
                {words().agree}
              </Button>
              <Button kind="bare" onPress={() => setWhy()}>
                {shell().back}
              </Button>
            </p>
          </>
        }
      >
        <Show when={why()}>
          {(given) => (
            <Alert title={refused(given())}>{given().code === 'members/wrong-password' ? words().wrongWhy : ''}</Alert>
          )}
        </Show>
        <Field
          ref={(element) => {
            nameField = element
          }}
          label={words().login}
          value={name()}
          onInput={setName}
          maxLength={LIMITS.email}
          autocomplete="username"
          exact
          error={pressed() && !name().trim() ? words().writeLogin : undefined}
        />
        <PasswordField
          label={words().password}
          value={password()}
          onInput={setPassword}
          autocomplete="current-password"
          showLabel={words().show}
          hideLabel={words().hide}
          error={pressed() && !password() ? words().writePassword : undefined}
        />
        <Tick checked={sharedPhone()} onChange={setShared} note={words().sharedWhy}>
          {words().shared}
        </Tick>
        <Button kind="go" wide busy={busy()}>
          {words().enter}
        </Button>
      </Show>
    </form>
  )
}
