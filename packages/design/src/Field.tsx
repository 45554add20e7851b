import { createComponent, createRenderEffect, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js'
import type { Keys } from './Keys.tsx'
import './forms.css'

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

export interface FieldProps extends FrameProps {
  value: string
  onInput: (value: string) => void
  /** Several lines: Enter is a new line, the box grows with the text. */
  rows?: number | undefined
  /** For a code that is read aloud: large and spaced. */
  code?: boolean | undefined
  /** Name of the strip of Kazakh letters; with it the strip stands under the field while one types in it. */
  keys?: string | undefined
  ref?: ((element: HTMLInputElement | HTMLTextAreaElement) => void) | undefined

  name?: string | undefined
  type?: 'text' | 'password' | 'email' | 'search' | 'number' | 'date' | 'time' | 'datetime-local' | undefined
  maxLength?: number | undefined
  min?: string | number | undefined
  max?: string | number | undefined
  required?: boolean | undefined
  placeholder?: string | undefined
  autocomplete?: string | undefined
  inputMode?: 'text' | 'numeric' | 'email' | 'search' | 'none' | undefined
  enterKeyHint?: 'enter' | 'done' | 'go' | 'next' | 'search' | 'send' | undefined
  /** A name to sign in with: nothing is corrected or made a capital. */
  exact?: boolean | undefined
  lang?: string | undefined
  onKeyDown?: ((event: KeyboardEvent) => void) | undefined
}

/** Set one after the other: each of them in the markup would weigh more than all of them here. */
const ATTRIBUTES = [
  'name',
  'type',
  'maxLength',
  'min',
  'max',
  'required',
  'placeholder',
  'autocomplete',
  'inputMode',
  'enterKeyHint',
  'lang',
] as const

/** The text is the caller's signal: a refusal never empties it. */
export const Field = (props: FieldProps) => {
  const [Strip, setStrip] = createSignal<typeof Keys>()
  let element: HTMLInputElement | HTMLTextAreaElement | undefined
  // Fetched with the first touch of a field that offers it.
  const begin = () => {
    if (!props.keys || Strip()) return
    void import('./Keys.tsx').then(
      (module) => setStrip(() => module.Keys),
      () => {},
    )
  }
  const hold = (made: HTMLInputElement | HTMLTextAreaElement) => {
    element = made
    createRenderEffect(() => {
      for (const name of ATTRIBUTES) {
        const value = props[name]
        if (value === undefined || value === false) made.removeAttribute(name)
        else made.setAttribute(name, value === true ? '' : `${value}`)
      }
      if (props.exact) {
        made.autocapitalize = 'none'
        made.spellcheck = false
      }
    })
    made.oninput = () => props.onInput(made.value)
    made.onfocus = begin
    made.onkeydown = (event) => props.onKeyDown?.(event as KeyboardEvent)
    props.ref?.(made)
  }
  return (
    <FieldFrame
      label={props.label}
      hint={props.hint}
      error={props.error}
      kept={props.kept}
      after={
        <Show when={Strip()}>
          {(strip) => createComponent(strip(), { label: props.keys ?? '', into: () => element })}
        </Show>
      }
    >
      {(control) => (
        <Show
          when={props.rows}
          fallback={
            <input
              ref={hold}
              id={control.id}
              aria-describedby={control['aria-describedby']}
              aria-invalid={control['aria-invalid']}
              class={props.code ? 'code' : undefined}
              value={props.value}
            />
          }
        >
          <textarea
            ref={hold}
            id={control.id}
            aria-describedby={control['aria-describedby']}
            aria-invalid={control['aria-invalid']}
            rows={props.rows}
            value={props.value}
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
