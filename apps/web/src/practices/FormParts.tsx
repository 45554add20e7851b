import { type DictionaryWord, LIMITS, type Locale, type Slug } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Field } from '@academy/design/Field'
import { Icon } from '@academy/design/Icon'
import { Tick } from '@academy/design/Tick'
import { For, Index, type JSX, Show } from 'solid-js'
import { useWords } from '../locale/locale.ts'
import { hasIin } from '../shell/later-iins.ts'
import type { Form } from './practice-form.ts'
import css from './practices.module.css'

/** A text of the practice: warns of an identification number before it is sent. */
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
  return (
    <Field
      label={props.label}
      hint={props.hint}
      rows={props.rows}
      maxLength={props.most}
      lang={props.lang}
      keys={props.lang === 'kk' ? design().letters : undefined}
      value={props.value}
      onInput={props.onInput}
      error={iin() ?? props.error}
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

/** Steps by their place, so that the field one types in stays the same one. */
export const StepFields = (props: {
  steps: Form['steps']
  lang: Locale
  error?: string | undefined
  onChange: (steps: Form['steps']) => void
}) => {
  const words = useWords('writing')
  const change = (at: number, part: Partial<Form['steps'][number]>) =>
    props.onChange(props.steps.map((step, n) => (n === at ? { ...step, ...part } : step)))
  function move(at: number, to: number) {
    const steps = [...props.steps]
    steps.splice(to, 0, ...steps.splice(at, 1))
    props.onChange(steps)
  }
  const add = () => props.onChange([...props.steps, { text: '', minutes: '' }])
  return (
    <>
      <ol>
        <Index each={props.steps}>
          {(step, at) => (
            <li class={css.step}>
              <Text
                label={words().step(at + 1)}
                rows={2}
                most={LIMITS.practiceStep}
                lang={props.lang}
                value={step().text}
                onInput={(text) => change(at, { text })}
                error={at === 0 ? props.error : undefined}
              />
              <div class={css.short}>
                <Field
                  label={words().stepMinutes}
                  type="number"
                  inputMode="numeric"
                  min={1}
                  max={LIMITS.practiceMinutes}
                  value={step().minutes}
                  onInput={(minutes) => change(at, { minutes })}
                />
              </div>
              <Show when={props.steps.length > 1}>
                <div class={css.moves}>
                  <Show when={at > 0}>
                    <span data-up>
                      <Button kind="bare" label={words().up(at + 1)} onPress={() => move(at, at - 1)}>
                        <Icon name="down" />
                      </Button>
                    </span>
                  </Show>
                  <Show when={at < props.steps.length - 1}>
                    <Button kind="bare" label={words().down(at + 1)} onPress={() => move(at, at + 1)}>
                      <Icon name="down" />
                    </Button>
                  </Show>
                  <Button
                    kind="bare"
                    label={words().removeStep(at + 1)}
                    onPress={() => props.onChange(props.steps.filter((_, n) => n !== at))}
                  >
                    <Icon name="cross" />
                  </Button>
                </div>
              </Show>
            </li>
          )}
        </Index>
      </ol>
      <Show when={props.steps.length < LIMITS.practiceSteps}>
        <p>
          <Button onPress={add}>
            <Icon name="plus" /> {words().addStep}
          </Button>
        </p>
      </Show>
    </>
  )
}
