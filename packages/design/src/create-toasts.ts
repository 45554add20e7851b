import { createSignal } from 'solid-js'

export interface Toast {
  text: string
  /** One deed, such as undo or refresh. */
  action?: { label: string; run: () => void } | undefined
  /** Stays until it is put away. */
  stays?: boolean | undefined
}

type Kept = Toast & { key: number }

/**
 * Says what was done and offers undo; never the only place an error lives. `say` reads it aloud: a region that comes with its words is
 * not heard.
 */
export const createToasts = (say: (text: string) => void = () => {}) => {
  const [toasts, setToasts] = createSignal<readonly Kept[]>([])
  let last = 0
  const putAway = (key: number) => setToasts((all) => all.filter((one) => one.key !== key))
  const show = (toast: Toast) => {
    const key = ++last
    say(toast.text)
    setToasts((all) => [...all.slice(-2), { ...toast, key }])
    // Long enough to read it twice and to reach the deed.
    if (!toast.stays) setTimeout(() => putAway(key), toast.action ? 12_000 : 6_000)
    return () => putAway(key)
  }
  return { toasts, show, putAway }
}

export type Toasts = ReturnType<typeof createToasts>
