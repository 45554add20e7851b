import type { MeView } from '@academy/contract'
import { Show } from 'solid-js'
import { useWords } from '../locale/locale.ts'
import { ChangePassword } from './ChangePassword.tsx'
import { MyData } from './MyData.tsx'

/** The password, what is kept of one, and the end of it. */
export const Account = (props: { me: MeView }) => {
  const words = useWords('me')
  return (
    <>
      <Show when={!props.me.demo} fallback={<p class="small">{words().demo}</p>}>
        <ChangePassword />
      </Show>
      <MyData me={props.me} />
    </>
  )
}
