import {
  canBeHeldAt,
  type LinkMade as Made,
  type MemberView,
  type PlaceBrief,
  type PlacePath,
  ROLES,
  type Role,
} from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Dialog } from '@academy/design/Dialog'
import { Select } from '@academy/design/Field'
import { Alert } from '@academy/design/words'
import { formatDay } from '@academy/language/dates'
import { mayEndRole, mayGrantRole } from '@academy/policy'
import { createEffect, createSignal, For, Match, on, Show, Switch } from 'solid-js'
import { capital } from '../locale/capital.ts'
import { LETTERS } from '../locale/letters.ts'
import { locale, useWords } from '../locale/locale.ts'
import { actor } from '../shell/me.ts'
import { toasts } from '../shell/toasts.ts'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import { createDeed } from './create-deed.ts'
import { LinkMade } from './LinkMade.tsx'
import css from './members.module.css'

interface PersonDialogProps {
  /** Undefined: closed. */
  person: MemberView | undefined
  own: boolean
  place: PlaceBrief
  path: PlacePath
  onClose: () => void
  onChanged: () => void
}

/** What one may do about a person here: end a role, give another, help with a forgotten password. */
export const PersonDialog = (props: PersonDialogProps) => {
  const words = useWords('admin')
  const invitations = useWords('invitations')
  const design = useWords('design')
  const members = useWords('members')
  const [ending, setEnding] = createSignal<Role>()
  const [link, setLink] = createSignal<Made>()
  createEffect(
    on(
      () => props.person?.id,
      () => {
        setEnding()
        setLink()
      },
    ),
  )
  const title = () => {
    const role = ending()
    if (role) return words().endRoleOf(members().roles[role])
    return link() ? invitations().made : (props.person?.name ?? words().gone)
  }
  return (
    <Dialog
      open={props.person !== undefined}
      onClose={() => props.onClose()}
      title={title()}
      closeLabel={design().close}
    >
      <Show when={props.person}>
        {(person) => (
          <Switch
            fallback={
              <Deeds
                {...props}
                person={person()}
                onEnding={setEnding}
                onLink={(made) => {
                  setLink(made)
                }}
              />
            }
          >
            <Match when={ending()}>
              {(role) => <Ending {...props} person={person()} role={role()} onKeep={() => setEnding()} />}
            </Match>
            <Match when={link()}>
              {(made) => (
                <LinkMade
                  letter={(tongue) =>
                    LETTERS[tongue].recovery(
                      person().name ?? '',
                      `${location.origin}/${tongue}/recover/${made().token}`,
                    )
                  }
                  onReady={() => props.onClose()}
                />
              )}
            </Match>
          </Switch>
        )}
      </Show>
    </Dialog>
  )
}

type Inside = Omit<PersonDialogProps, 'person'> & { person: MemberView }

const Ending = (props: Inside & { role: Role; onKeep: () => void }) => {
  const words = useWords('admin')
  const members = useWords('members')
  const refused = useRefused()
  const sync = useSync()
  const deed = createDeed<{ memberId: string; role: Role; placeId: string }>(
    (input) => sync.rpc.members.endRole.mutate(input),
    () => {
      toasts.show({ text: words().ended })
      props.onClose()
      props.onChanged()
    },
  )
  return (
    <>
      <p>{words().endWhy(props.person.name ?? words().gone, members().roles[props.role])}</p>
      <Show when={deed.why()}>{(why) => <Alert>{refused(why())}</Alert>}</Show>
      <Button
        kind="go"
        wide
        busy={deed.busy()}
        onPress={() => void deed.press({ memberId: props.person.id, role: props.role, placeId: props.place.id })}
      >
        {words().endYes}
      </Button>
      <Button kind="bare" onPress={() => props.onKeep()}>
        {words().cancel}
      </Button>
    </>
  )
}

const Deeds = (props: Inside & { onEnding: (role: Role) => void; onLink: (made: Made) => void }) => {
  const words = useWords('admin')
  const members = useWords('members')
  const refused = useRefused()
  const sync = useSync()
  const grantable = () =>
    ROLES.filter(
      (role) =>
        canBeHeldAt(role, props.place.kind) &&
        !props.person.roles.includes(role) &&
        mayGrantRole(actor(), { role, path: props.path, heldPaths: [props.path] }),
    )
  const [picked, setPicked] = createSignal<Role>()
  const role = () => picked() ?? grantable()[0]
  const grant = createDeed<{ memberId: string; role: Role; placeId: string }>(
    (input) => sync.rpc.members.grantRole.mutate(input),
    () => {
      setPicked()
      toasts.show({ text: words().granted })
      props.onChanged()
    },
  )
  const recover = createDeed<{ memberId: string }, Made>(
    (input) => sync.rpc.members.issueRecovery.mutate(input),
    (made) => props.onLink(made),
  )
  const mayEnd = (held: Role) => mayEndRole(actor(), { role: held, path: props.path, memberId: props.person.id })
  return (
    <>
      <p class="small">{words().since(formatDay(locale(), props.person.since))}</p>
      <section class="part">
        <h3>{words().rolesHere}</h3>
        <ul class="list">
          <For each={props.person.roles}>
            {(held) => (
              <li class={css.row}>
                <b>{capital(members().roles[held])}</b>
                <Show when={mayEnd(held)}>
                  <Button
                    kind="bare"
                    label={words().endRoleOf(members().roles[held])}
                    onPress={() => props.onEnding(held)}
                  >
                    {words().endRole}
                  </Button>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </section>
      <Show when={props.person.name !== null && role()}>
        {(chosen) => (
          <section class="part">
            <Select
              label={words().newRole}
              value={chosen()}
              onPick={(value) => setPicked(value as Role)}
              options={grantable().map((value) => ({ value, label: capital(members().roles[value]) }))}
            />
            <Show when={grant.why()}>{(why) => <Alert>{refused(why())}</Alert>}</Show>
            <p>
              <Button
                busy={grant.busy()}
                onPress={() => void grant.press({ memberId: props.person.id, role: chosen(), placeId: props.place.id })}
              >
                {words().grant}
              </Button>
            </p>
          </section>
        )}
      </Show>
      <Show when={props.person.mayRecover && !props.own}>
        <section class="part">
          <h3>{words().recover}</h3>
          <p class="small">{words().recoverWhy}</p>
          <Show when={recover.why()}>{(why) => <Alert>{refused(why())}</Alert>}</Show>
          <p>
            <Button busy={recover.busy()} onPress={() => void recover.press({ memberId: props.person.id })}>
              {words().recoverMake}
            </Button>
          </p>
        </section>
      </Show>
    </>
  )
}
