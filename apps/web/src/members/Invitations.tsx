import type { Id, InvitationView, PlaceBrief } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { State } from '@academy/design/State'
import { Alert } from '@academy/design/words'
import { formatDay } from '@academy/language/dates'
import { formatNumber } from '@academy/language/numbers'
import { createSignal, For, Show } from 'solid-js'
import { capital } from '../locale/capital.ts'
import { locale, useWords } from '../locale/locale.ts'
import { usePlaceName } from '../places/use-place-name.ts'
import { Answer } from '../shell/Answer.tsx'
import { createAskedPages } from '../shell/create-asked.ts'
import { firstKey } from '../shell/first-data.ts'
import { Later } from '../shell/Later.tsx'
import { toasts } from '../shell/toasts.ts'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import { createDeed } from './create-deed.ts'
import type { InviteChoice } from './invite-choices.ts'
import css from './members.module.css'

/** Most look at the list; what makes a link comes when somebody makes one. */
const inviteDialog = () => import('./InviteDialog.tsx').then((module) => module.InviteDialog)

interface InvitationsProps {
  choices: readonly InviteChoice[]
  /** All of this place; without it, one's own. */
  place?: PlaceBrief | undefined
  /** Come here to invite: the form is open. */
  open?: boolean | undefined
}

/** What one has invited to, how many came, and the making of another. */
export const Invitations = (props: InvitationsProps) => {
  const words = useWords('invitations')
  const refused = useRefused()
  const sync = useSync()
  const [making, setMaking] = createSignal(props.open ?? false)
  // Stays once it came, so that it can close as it opened.
  const [wanted, setWanted] = createSignal(making())
  const begin = () => {
    setWanted(true)
    setMaking(true)
  }
  const ask = () => (props.place ? { placeId: props.place.id } : {})
  const list = createAskedPages<InvitationView>(
    () => firstKey('members.invitations', ask()),
    (cursor) => sync.rpc.members.invitations.query({ ...ask(), cursor }),
    // Others' names are not kept.
    { keep: !props.place },
  )
  const revoke = createDeed<{ invitationId: Id }>(
    (input) => sync.rpc.members.revokeInvitation.mutate(input),
    (_, { invitationId }) => {
      list.change((page) => ({
        ...page,
        items: page.items.map((one) => (one.id === invitationId ? { ...one, state: 'revoked' } : one)),
      }))
      toasts.show({ text: words().revoked })
    },
  )
  return (
    <section class="part">
      <h2>{words().title}</h2>
      <p class="small">{words().why}</p>
      <Show when={props.choices.length > 0}>
        <p>
          <Button kind="go" onPress={begin}>
            {words().make}
          </Button>
        </p>
        <Show when={wanted()}>
          <Later
            load={inviteDialog}
            props={{
              get open() {
                return making()
              },
              onClose: () => setMaking(false),
              get choices() {
                return props.choices
              },
              place: props.place,
              onMade: () => void list.again(),
            }}
          />
        </Show>
      </Show>
      <Show when={revoke.why()}>{(why) => <Alert>{refused(why())}</Alert>}</Show>
      <Answer of={list}>
        {(page) => (
          <Show
            when={page().items.length > 0}
            fallback={<p class="small">{props.place ? words().noneHere : words().none}</p>}
          >
            <ul class="list">
              <For each={page().items}>
                {(one) => (
                  <Row
                    one={one}
                    ofPlace={props.place !== undefined}
                    busy={revoke.busy()}
                    onRevoke={() => void revoke.press({ invitationId: one.id })}
                  />
                )}
              </For>
            </ul>
            <Show when={page().next}>
              <p>
                <Button busy={list.busy()} onPress={() => void list.more()}>
                  {words().more}
                </Button>
              </p>
            </Show>
          </Show>
        )}
      </Answer>
    </section>
  )
}

const Row = (props: { one: InvitationView; ofPlace: boolean; busy: boolean; onRevoke: () => void }) => {
  const words = useWords('invitations')
  const members = useWords('members')
  const placeName = usePlaceName()
  const n = (count: number) => formatNumber(locale(), count)
  const title = () => [capital(members().roles[props.one.role]), props.one.note].filter(Boolean).join(' · ')
  const about = () =>
    [
      props.ofPlace ? props.one.inviter && words().by(props.one.inviter) : placeName(props.one.place),
      words().used(n(props.one.used), n(props.one.uses)),
      props.one.state === 'open'
        ? words().until(formatDay(locale(), props.one.expiresAt))
        : words().states[props.one.state],
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <li class={css.row}>
      <div>
        <b>{title()}</b>
        <p class="small">{about()}</p>
        <Show when={props.one.state === 'open'}>
          <State kind="sent" icon="person">
            {words().states.open}
          </State>
        </Show>
      </div>
      <Show when={props.one.state === 'open'}>
        <Button kind="bare" busy={props.busy} label={words().revokeOf(title())} onPress={() => props.onRevoke()}>
          {words().revoke}
        </Button>
      </Show>
    </li>
  )
}
