import { type DictionaryWord, LIMITS, type Locale, type Slug } from '@academy/contract'
import { Field } from '@academy/design/Field'
import { Icon } from '@academy/design/Icon'
import { Tick } from '@academy/design/Tick'
import { createRenderEffect, For, type JSX, Show } from 'solid-js'
import { needWords, useWords } from '../locale/locale.ts'
import { Later } from '../shell/Later.tsx'
import { hasIin } from '../shell/later-iins.ts'
import css from './practices.module.css'

const tooLong = () => Promise.all([import('./TooLong.tsx'), needWords('card')]).then(([module]) => module.TooLong)

/** The first place of a form that is not right is shown, whatever fold it lies in. */
export function showFirst(form: HTMLFormElement, selector: string): void {
  const found = form.querySelector<HTMLElement>(selector)
  const fold = found?.closest('details')
  if (fold) fold.open = true
  found?.scrollIntoView({ block: 'center' })
  found?.focus({ preventScroll: true })
}

/** Marks what is longer than may be sent. */
export const LONG = '[data-long]'

/**
 * A text of the practice: warns of an identification number before it is sent.
 * @NOTE No `maxlength`: a browser cuts what is pasted without a word, and half a plan would be lost unseen.
 */
export const Text = (props: {
  label: string
  hint?: string | undefined
  value: string
  most: number
  lang: Locale
  rows?: number | undefined
  error?: string | undefined
  onInput: (value: string) => void
}) => {
  const shell = useWords('shell')
  const design = useWords('design')
  const iin = () => (hasIin(props.value) ? shell().looksLikeIin : undefined)
  const long = () => props.value.trim().length > props.most
  return (
    <Field
      label={props.label}
      hint={props.hint}
      rows={props.rows}
      ref={(field) => createRenderEffect(() => field.toggleAttribute('data-long', long()))}
      lang={props.lang}
      keys={props.lang === 'kk' ? design().letters : undefined}
      value={props.value}
      onInput={props.onInput}
      error={long() ? <Later load={tooLong} props={props} /> : (iin() ?? props.error)}
    />
  )
}

/** One of a few. */
export const Radios = <K extends string>(props: {
  name: string
  label: string
  value: K
  options: readonly { value: K; label: string }[]
  onPick: (value: K) => void
}) => (
  <fieldset>
    <legend>
      <b>{props.label}</b>
    </legend>
    <For each={props.options}>
      {(option) => (
        <Tick
          radio
          name={props.name}
          value={option.value}
          checked={props.value === option.value}
          onChange={() => props.onPick(option.value)}
        >
          {option.label}
        </Tick>
      )}
    </For>
  </fieldset>
)

/** A question of several answers with what is wrong with it. */
export const Group = (props: { label: string; hint?: string; error?: string | undefined; children: JSX.Element }) => (
  <fieldset class="part" classList={{ [css.wrong as string]: Boolean(props.error) }}>
    <legend>
      <b>{props.label}</b>
    </legend>
    <Show when={props.hint}>
      <p class="small">{props.hint}</p>
    </Show>
    {props.children}
    <Show when={props.error}>
      <p class={css.err}>{props.error}</p>
    </Show>
  </fieldset>
)

/** What few have to say, folded up. */
export const Fold = (props: { title: string; open?: boolean | undefined; children: JSX.Element }) => (
  <details open={props.open}>
    <summary>
      <span>{props.title}</span>
      <Icon name="down" />
    </summary>
    <div class="part">{props.children}</div>
  </details>
)

/** Words of a dictionary, folded up: what is chosen stands in the line. */
export const Choices = (props: {
  label: string
  words: readonly DictionaryWord[]
  chosen: readonly Slug[]
  most?: number
  error?: string | undefined
  hint?: string
  onChange: (chosen: Slug[]) => void
}) => {
  const names = () =>
    props.words
      .filter(({ slug }) => props.chosen.includes(slug))
      .map(({ name }) => name)
      .join(', ')
  function turn(slug: Slug, on: boolean) {
    const rest = props.chosen.filter((one) => one !== slug)
    props.onChange(on ? [...rest, slug] : rest)
  }
  const full = () => props.chosen.length >= (props.most ?? LIMITS.list)
  return (
    <div classList={{ [css.wrong as string]: Boolean(props.error) }}>
      <details>
        <summary>
          <span>
            {props.label}
            <Show when={names()}>: {names()}</Show>
          </span>
          <Icon name="down" />
        </summary>
        <fieldset>
          <legend class="small">{props.hint ?? props.label}</legend>
          <For each={props.words}>
            {(word) => (
              <Show when={!full() || props.chosen.includes(word.slug)}>
                <Tick checked={props.chosen.includes(word.slug)} onChange={(on) => turn(word.slug, on)}>
                  {word.name}
                </Tick>
              </Show>
            )}
          </For>
        </fieldset>
      </details>
      <Show when={props.error}>
        <p class={css.err}>{props.error}</p>
      </Show>
    </div>
  )
}
