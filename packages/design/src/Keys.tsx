import { For } from 'solid-js'
import './keys.css'

const LETTERS = [...'әғқңөұүһі']

/** Does a sentence begin at the caret? */
const beginsSentence = (before: string) => /(^|[.!?…]\s+|\n\s*)$/u.test(before)

/** Puts a letter where the caret is, and tells the field as if it had been typed. */
export const typeInto = (field: HTMLInputElement | HTMLTextAreaElement, letter: string) => {
  const start = field.selectionStart ?? field.value.length
  const text = beginsSentence(field.value.slice(0, start)) ? letter.toUpperCase() : letter
  if (
    field.maxLength >= 0 &&
    field.value.length - ((field.selectionEnd ?? start) - start) + text.length > field.maxLength
  )
    return
  field.setRangeText(text, start, field.selectionEnd ?? start, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text, inputType: 'insertText' }))
}

/** The nine letters a phone's keyboard often lacks. Pressing one does not take the focus, so the keyboard stays up. */
export const Keys = (props: { label: string; into: () => HTMLInputElement | HTMLTextAreaElement | undefined }) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend to be seen
  <div class="keys" role="group" aria-label={props.label} lang="kk">
    <For each={LETTERS}>
      {(letter) => (
        <button
          type="button"
          tabIndex={-1}
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            const field = props.into()
            if (field) typeInto(field, letter)
          }}
        >
          {letter}
        </button>
      )}
    </For>
  </div>
)
