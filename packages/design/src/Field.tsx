import { createSignal, createUniqueId, For, type JSX, Show, splitProps } from 'solid-js'
import { Keys } from './Keys.tsx'

/** What the control inside a frame must carry, so that its label, hint and error are read with it. */
export interface ControlAttributes {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
}

interface FrameProps {
  label: JSX.Element
  hint?: JSX.Element | undefined
  /** In words: what is wrong and what to do. */
  error?: JSX.Element | undefined
  /** That what is typed is kept on this device, in words. */
  kept?: JSX.Element | undefined
}

/** Label above, always visible; the hint between; the error below, with a bar at the left. */
export const FieldFrame = (
  props: FrameProps & { children: (control: ControlAttributes) => JSX.Element; after?: JSX.Element },
) => {
  const id = createUniqueId()
  const control: ControlAttributes = {
    id,
    get 'aria-describedby'() {
      const parts = [props.hint && `${id}h`, props.error && `${id}e`].filter(Boolean)
      return parts.length ? parts.join(' ') : undefined
    },
    get 'aria-invalid'() {
      return props.error ? 'true' : undefined
    },
  }
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <Show when={props.hint}>
        <p class="small" id={`${id}h`}>
          {props.hint}
        </p>
      </Show>
      {props.children(control)}
      {props.after}
      <Show when={props.error}>
        <p class="err" id={`${id}e`}>
          {props.error}
        </p>
      </Show>
      <Show when={props.kept}>
        <p class="small">{props.kept}</p>
      </Show>
    </div>
  )
}

type Control = Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'onInput' | 'value' | 'id' | 'class' | 'ref'>

export interface FieldProps extends FrameProps, Control {
  value: string
  onInput: (value: string) => void
  /** Several lines: Enter is a new line, the box grows with the text. */
  rows?: number | undefined
  /** For a code that is read aloud: large and spaced. */
  code?: boolean | undefined
  /** Name of the strip of Kazakh letters; with it the strip stands under the field while one types in it. */
  keys?: string | undefined
  ref?: ((element: HTMLInputElement | HTMLTextAreaElement) => void) | undefined
}

/** The text is the caller's signal: a refusal never empties it. */
export const Field = (props: FieldProps) => {
  const [own, rest] = splitProps(props, [
    'label',
    'hint',
    'error',
    'kept',
    'value',
    'onInput',
    'rows',
    'code',
    'keys',
    'ref',
  ])
  const [typing, setTyping] = createSignal(false)
  let element: HTMLInputElement | HTMLTextAreaElement | undefined
  const hold = (made: HTMLInputElement | HTMLTextAreaElement) => {
    element = made
    own.ref?.(made)
  }
  const typed = (event: { currentTarget: { value: string } }) => own.onInput(event.currentTarget.value)
  return (
    <FieldFrame
      label={own.label}
      hint={own.hint}
      error={own.error}
      kept={own.kept}
      after={
        <Show when={own.keys && typing()}>
          <Keys label={own.keys as string} into={() => element} />
        </Show>
      }
    >
      {(control) => (
        <Show
          when={own.rows}
          fallback={
            <input
              {...rest}
              id={control.id}
              aria-describedby={control['aria-describedby']}
              aria-invalid={control['aria-invalid']}
              value={own.value}
              class={own.code ? 'code' : undefined}
              onInput={typed}
              onFocusIn={() => setTyping(true)}
              ref={hold}
            />
          }
        >
          <textarea
            {...(rest as JSX.TextareaHTMLAttributes<HTMLTextAreaElement>)}
            id={control.id}
            aria-describedby={control['aria-describedby']}
            aria-invalid={control['aria-invalid']}
            value={own.value}
            rows={own.rows}
            onInput={typed}
            onFocusIn={() => setTyping(true)}
            ref={hold}
          />
        </Show>
      )}
    </FieldFrame>
  )
}

export interface SelectProps extends FrameProps {
  value: string
  onPick: (value: string) => void
  options: readonly { value: string; label: string }[]
  name?: string | undefined
}

export const Select = (props: SelectProps) => (
  <FieldFrame label={props.label} hint={props.hint} error={props.error} kept={props.kept}>
    {(control) => (
      <select
        id={control.id}
        name={props.name}
        aria-describedby={control['aria-describedby']}
        aria-invalid={control['aria-invalid']}
        onChange={(event) => props.onPick(event.currentTarget.value)}
      >
        <For each={props.options}>
          {(option) => (
            <option value={option.value} selected={option.value === props.value}>
              {option.label}
            </option>
          )}
        </For>
      </select>
    )}
  </FieldFrame>
)
