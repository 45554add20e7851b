import type { Id, LoginView } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Alert } from '@academy/design/words'
import { dayLabel } from '@academy/language/dates'
import { For, Show } from 'solid-js'
import { locale, useWords } from '../locale/locale.ts'
import { Answer } from '../shell/Answer.tsx'
import { createAsked } from '../shell/create-asked.ts'
import { firstKey } from '../shell/first-data.ts'
import { toasts } from '../shell/toasts.ts'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import { createDeed } from './create-deed.ts'
import css from './members.module.css'

/** Where one is signed in: a lost phone is signed out from another. */
export const MyLogins = () => {
  const words = useWords('me')
  const refused = useRefused()
  const sync = useSync()
  const list = createAsked<LoginView[]>(
    () => firstKey('members.logins'),
    () => sync.rpc.members.logins.query(),
  )
  const end = createDeed<{ loginId: Id }>(
    (input) => sync.rpc.members.endLogin.mutate(input),
    (_, { loginId }) => {
      list.change((all) => all.filter((login) => login.id !== loginId))
      toasts.show({ text: words().loginEnded })
    },
  )
  const endOthers = createDeed<object>(
    (input) => sync.rpc.members.endOtherLogins.mutate(input),
    () => {
      list.change((all) => all.filter((login) => login.current))
      toasts.show({ text: words().othersEnded })
    },
  )
  const why = () => end.why() ?? endOthers.why()
  const day = (ms: number) => dayLabel(locale(), ms, Date.now())
  const about = (login: LoginView) =>
    [
      login.current ? words().thisDevice : '',
      words().since(day(login.since)),
      login.current || day(login.lastSeenAt) === day(login.since) ? '' : words().seen(day(login.lastSeenAt)),
      login.sharedPhone ? words().sharedPhone : '',
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <section class="part">
      <h2>{words().logins}</h2>
      <Show when={why()}>{(given) => <Alert>{refused(given())}</Alert>}</Show>
      <Answer of={list}>
        {(logins) => (
          <>
            <ul class="list">
              <For each={logins()}>
                {(login) => (
                  <li class={css.row}>
                    <div>
                      <b>{login.device}</b>
                      <p class="small">{about(login)}</p>
                    </div>
                    <Show when={!login.current}>
                      <Button
                        kind="bare"
                        label={words().endLoginOf(login.device)}
                        busy={end.busy()}
                        onPress={() => void end.press({ loginId: login.id })}
                      >
                        {words().endLogin}
                      </Button>
                    </Show>
                  </li>
                )}
              </For>
            </ul>
            <Show when={logins().length > 1}>
              <p>
                <Button busy={endOthers.busy()} onPress={() => void endOthers.press({})}>
                  {words().endOthers}
                </Button>
              </p>
            </Show>
          </>
        )}
      </Answer>
    </section>
  )
}
