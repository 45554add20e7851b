import { For } from 'solid-js'
import './thread.css'

/** One knot per try, oldest first, filled when it worked; past eight the last eight. Read aloud by the sentence beside it. */
export const Knots = (props: { tries: readonly boolean[] }) => (
  <span class="knots" aria-hidden="true">
    <For each={props.tries.slice(-8)}>{(worked) => <i classList={{ no: !worked }} />}</For>
  </span>
)
