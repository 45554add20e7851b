import { LIMITS } from '@academy/contract'
import { FieldFrame } from '@academy/design/Field'
import { createSignal } from 'solid-js'

export interface PasswordFieldProps {
  label: string
  hint?: string | undefined
  error?: string | undefined
  value: string
  onInput: (value: string) => void
  /** `new-password` has the phone offer one, `current-password` the one it keeps. */
  autocomplete: 'new-password' | 'current-password'
  showLabel: string
  hideLabel: string
}

/** A password may be looked at: on a small keyboard nobody types blindly without a mistake. */
export const PasswordField = (props: PasswordFieldProps) => {
  const [shown, setShown] = createSignal(false)
  return (
    <FieldFrame
      label={props.label}
      hint={props.hint}
      error={props.error}
      after={
        <p>
          <button type="button" class="btn bare" onClick={() => setShown(!shown())}>
            {shown() ? props.hideLabel : props.showLabel}
          </button>
        </p>
      }
    >
      {(control) => (
        <input
          id={control.id}
          aria-describedby={control['aria-describedby']}
          aria-invalid={control['aria-invalid']}
          type={shown() ? 'text' : 'password'}
          autocomplete={props.autocomplete}
          autocapitalize="none"
          spellcheck={false}
          maxLength={LIMITS.password.max}
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  )
}
