import { Button } from '@academy/design/Button'
import { Icon } from '@academy/design/Icon'
import { createSignal, type JSX, Show } from 'solid-js'

/** Folded up, and not asked for until somebody wants it. */
export const Unfold = (props: { title: string; children: JSX.Element }) => {
  const [open, setOpen] = createSignal(false)
  return (
    <div class="part">
      <p>
        <Button kind="bare" expanded={open()} onPress={() => setOpen(!open())}>
          {props.title} <Icon name="down" />
        </Button>
      </p>
      <Show when={open()}>{props.children}</Show>
    </div>
  )
}
