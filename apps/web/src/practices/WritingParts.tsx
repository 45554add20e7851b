import { Button } from '@academy/design/Button'
import { type JSX, Show } from 'solid-js'
import { needWords, useWords } from '../locale/locale.ts'
import { Later } from '../shell/Later.tsx'
import { toasts } from '../shell/toasts.ts'
import type { PracticeItem } from './own-items.ts'
import type { Form } from './practice-form.ts'

/** On the server, too: fetched beside the form, which does not wait for it. */
export const keptOnServer = () =>
  Promise.all([import('./KeptOnServer.tsx'), needWords('card')]).then(([module]) => module.KeptOnServer)

const onTheWayHere = () => import('./OnTheWayHere.tsx').then((module) => module.OnTheWayHere)

/** What was sent from here and has not arrived, but for the one that is in the form. Seldom there, so it is fetched when it is. */
export const WrittenHere = (props: {
  items: readonly PracticeItem[]
  form: Form | undefined
  take: (form: Form) => void
}) => {
  const left = () => props.items.filter((item) => item.state !== 'sent' && item.id !== props.form?.instead)
  return (
    <Show when={left().length}>
      <Later
        load={onTheWayHere}
        props={{
          get items() {
            return left()
          },
          take: (form) => props.take(form),
        }}
      />
    </Show>
  )
}

/** Puts the text away, and gives it back as long as one may have meant it otherwise. */
export const StartAgain = (props: {
  show: boolean
  form: Form
  set: (form: Form) => void
  empty: Form
}): JSX.Element => {
  const words = useWords('writing')
  const design = useWords('design')
  function clear() {
    const { form } = props
    props.set(props.empty)
    toasts.show({ text: words().cleared, action: { label: design().undo, run: () => props.set(form) } })
  }
  return (
    <Show when={props.show}>
      <p>
        <Button kind="bare" onPress={clear}>
          {words().startAgain}
        </Button>
      </p>
    </Show>
  )
}
