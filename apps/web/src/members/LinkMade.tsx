import type { Locale } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Field, Select } from '@academy/design/Field'
import { LANGUAGE_NAMES } from '@academy/language/locale'
import { createSignal, Show } from 'solid-js'
import { locale, TONGUES, useWords } from '../locale/locale.ts'

/** A link, told this one time, inside a short text to paste into a messenger. */
export const LinkMade = (props: { letter: (in_: Locale) => string; onReady: () => void }) => {
  const words = useWords('invitations')
  const [tongue, setTongue] = createSignal<Locale>(locale())
  const [said, setSaid] = createSignal<boolean>()
  const text = () => props.letter(tongue())
  let field: HTMLInputElement | HTMLTextAreaElement | undefined

  async function copy() {
    try {
      await navigator.clipboard.writeText(text())
      setSaid(true)
    } catch {
      // Without HTTPS, or forbidden by the phone: it lies selected under the finger.
      field?.select()
      setSaid(false)
    }
  }

  return (
    <>
      <p>{words().madeOnce}</p>
      <Select
        label={words().textIn}
        value={tongue()}
        onPick={(value) => {
          setTongue(value as Locale)
          setSaid()
        }}
        options={TONGUES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
      <Field
        label={words().text}
        rows={6}
        lang={tongue()}
        value={text()}
        onInput={() => {}}
        ref={(element) => {
          field = element
          element.readOnly = true
        }}
      />
      <p class="line">
        <Button kind="go" onPress={() => void copy()}>
          {words().copy}
        </Button>
        <Show when={'share' in navigator}>
          <Button onPress={() => void navigator.share({ text: text() }).catch(() => {})}>{words().share}</Button>
        </Show>
        <Button kind="bare" onPress={() => props.onReady()}>
          {words().ready}
        </Button>
      </p>
      <p role="status">
        <Show when={said() !== undefined}>{said() ? words().copied : words().notCopied}</Show>
      </p>
    </>
  )
}
