import { For, Show } from 'solid-js'
import type { Toasts } from './create-toasts.ts'
import { Icon } from './Icon.tsx'
import './toast.css'

export const ToastShelf = (props: { toasts: Toasts; closeLabel: string }) => (
  <div class="toasts">
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
