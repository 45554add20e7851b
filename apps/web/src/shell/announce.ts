import { createSignal } from 'solid-js'

const [announced, setAnnounced] = createSignal('')

/** What the status region says; `Layout` holds the region. */
export { announced }

/** Says something to a screen reader without showing it. */
export function announce(text: string) {
  // The same words twice are two events.
  setAnnounced('')
  queueMicrotask(() => setAnnounced(text))
}
