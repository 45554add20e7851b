import { createSignal, For, Show } from 'solid-js'
import { Icon } from './Icon.tsx'
import './toast.css'

export interface Toast {
  text: string
  /** One deed, such as undo or refresh. */
  action?: { label: string; run: () => void } | undefined
  /** Stays until it is put away. */
  stays?: boolean | undefined
}

type Kept = Toast & { key: number }

/** Says what was done and offers undo; never the only place an error lives. */
export const createToasts = () => {
  const [toasts, setToasts] = createSignal<readonly Kept[]>([])
  let last = 0
  const putAway = (key: number) => setToasts((all) => all.filter((one) => one.key !== key))
  const show = (toast: Toast) => {
    const key = ++last
    setToasts((all) => [...all.slice(-2), { ...toast, key }])
    // Long enough to read it twice and to reach the deed.
    if (!toast.stays) setTimeout(() => putAway(key), toast.action ? 12_000 : 6_000)
    return () => putAway(key)
  }
  return { toasts, show, putAway }
}

export type Toasts = ReturnType<typeof createToasts>

/** Mounted once, always: an empty status region is what makes its first words heard. */
export const ToastShelf = (props: { toasts: Toasts; closeLabel: string }) => (
  <div class="toasts" role="status">
    <For each={props.toasts.toasts()}>
      {(toast) => (
        <div class="toast">
          <p>{toast.text}</p>
          <Show when={toast.action}>
            {(action) => (
              <button
                type="button"
                class="btn bare"
                onClick={() => {
                  props.toasts.putAway(toast.key)
                  action().run()
                }}
              >
                {action().label}
              </button>
            )}
          </Show>
          <button
            type="button"
            class="btn bare"
            aria-label={props.closeLabel}
            onClick={() => props.toasts.putAway(toast.key)}
          >
            <Icon name="cross" />
          </button>
        </div>
      )}
    </For>
  </div>
)
