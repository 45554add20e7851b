import type { MeView } from '@academy/contract'
import { Enter, List } from '@academy/design/List'
import { Pairs } from '@academy/design/words'
import { mayListMembers, mayPublishPracticeSomewhere } from '@academy/policy'
import { Show } from 'solid-js'
import { capital } from '../locale/capital.ts'
import { needWords, to, useWords } from '../locale/locale.ts'
import { usePlaceName } from '../places/use-place-name.ts'
import { ForMember } from '../shell/ForMember.tsx'
import { Later } from '../shell/Later.tsx'
import { LineBand } from '../shell/LineBand.tsx'
import { actor, who } from '../shell/me.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { createDistricts } from './create-districts.ts'
import { Invitations } from './Invitations.tsx'
import { inviteChoices } from './invite-choices.ts'
import { MyLogins } from './MyLogins.tsx'
import { Profile } from './Profile.tsx'
import { SignOut } from './SignOut.tsx'

const record = () =>
  Promise.all([import('../practices/MyRecord.tsx'), needWords('taking')]).then(([module]) => module.MyRecord)
const echoes = () =>
  Promise.all([import('../practices/Echoes.tsx'), needWords('trials')]).then(([module]) => module.Echoes)

/** At the foot of the page, and seldom come for. */
const account = () => import('./Account.tsx').then((module) => module.Account)

/** Who I am here: my name, my roles, my logins, whom I invite, and the way out. */
export const MePage = () => {
  const words = useWords('me')
  usePageTitle(() => words().title)
  return <ForMember>{(me) => <Me me={me()} />}</ForMember>
}

const Me = (props: { me: MeView }) => {
  const words = useWords('me')
  const members = useWords('members')
  const placeName = usePlaceName()
  const region = props.me.roles.find(({ role }) => role === 'administrator')?.place
  const districts = createDistricts(region)
  const choices = () => inviteChoices(actor(), props.me.roles, districts())
  const leads = () => props.me.roles.some(({ place }) => mayListMembers(actor(), [place.id]))
  // Said once: who comes back to the page, or loads it anew, is not asked again.
  const asked = new URLSearchParams(location.search).has('invite')
  if (asked) history.replaceState(history.state, '', location.pathname)
  return (
    <>
      <header class="head">
        <h1>{props.me.name}</h1>
        <Show when={props.me.loginName ?? props.me.email}>{(name) => <p class="small">{name()}</p>}</Show>
        <LineBand />
      </header>
      <div class="col">
        <section class="part">
          <Show when={props.me.roles.length > 0} fallback={<p>{words().noRoles}</p>}>
            <Pairs
              items={props.me.roles.map(
                ({ role, place }) => [capital(members().roles[role]), placeName(place)] as const,
              )}
            />
          </Show>
          <List>
            <Enter title={words().collections} note={words().collectionsWhy} href={to('/collections')} />
            <Show when={leads()}>
              <Enter title={words().admin} note={words().adminWhy} href={to('/admin')} />
            </Show>
          </List>
        </section>
        <Later load={echoes} props={{ whole: true }} />
        <Show when={mayPublishPracticeSomewhere(actor())}>
          <Later load={record} props={{}} />
        </Show>
        <Show when={choices().length > 0}>
          <Invitations choices={choices()} open={asked} />
        </Show>
        <Profile me={props.me} />
        <MyLogins />
        <Later
          load={account}
          props={{
            get me() {
              return props.me
            },
          }}
        />
      </div>
      <aside>
        <SignOut shared={who()?.sharedPhone ?? false} />
      </aside>
    </>
  )
}
