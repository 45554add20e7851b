import type { MeView } from '@academy/contract'
import { ButtonLink } from '@academy/design/Button'
import { Loading } from '@academy/design/words'
import { type Accessor, type JSX, Match, Switch } from 'solid-js'
import { errorWord, to, useWords } from '../locale/locale.ts'
import { me } from './me.ts'
import { useLocation } from './router.ts'

/** A page of somebody with an account. The server leads others to the sign-in; without a line that is not known yet. */
export const ForMember = (props: { children: (me: Accessor<MeView>) => JSX.Element }) => {
  const words = useWords('shell')
  const at = useLocation()
  return (
    <Switch fallback={<Loading>{words().opening}</Loading>}>
      {/* Called with an argument, so that Solid calls it once: a function without one is run anew with whatever it shows. */}
      <Match when={me()}>{(member) => props.children(member)}</Match>
      <Match when={me() === null}>
        <header class="head">
          <h1>{words().signIn}</h1>
          <p>{errorWord('signed-out')}</p>
        </header>
        <p>
          <ButtonLink kind="go" href={`${to('/sign-in')}?to=${encodeURIComponent(at.pathname)}`}>
            {words().signIn}
          </ButtonLink>
        </p>
      </Match>
    </Switch>
  )
}
