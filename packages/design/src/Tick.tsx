import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import './forms.css'

export interface TickProps {
  checked: boolean
  onChange: (checked: boolean) => void
  children: JSX.Element
  note?: JSX.Element | undefined
  /** A radio is one of several of the same `name`. */
  radio?: boolean | undefined
  name?: string | undefined
  value?: string | undefined
  required?: boolean | undefined
}

/** A whole 44 px row to press. */
export const Tick = (props: TickProps) => (
  <label class="tick">
    <input
      type={props.radio ? 'radio' : 'checkbox'}
      name={props.name}
      value={props.value ?? 'on'}
      required={props.required}
      checked={props.checked}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
    <span>
      <span>{props.children}</span>
      <Show when={props.note}>
        <span class="small">{props.note}</span>
      </Show>
    </span>
  </label>
)
