import { type Locale, longestText, type TermPair, type TextKey } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Field } from '@academy/design/Field'
import { LANGUAGE_NAMES } from '@academy/language/locale'
import { checkTranslation, type Remark, says } from '@academy/language/translation-checks'
import { createMemo, For, Show } from 'solid-js'
import { useWords } from '../locale/locale.ts'
import { hasIin } from '../shell/later-iins.ts'
import css from './translating.module.css'

/** Shown under one field; more would be a page of its own. */
const MOST_TERMS = 5

/** One text of the original with its translation: beside it, or on a phone below it. */
export const TranslationField = (props: {
  name: TextKey
  label: string
  from: Locale
  to: Locale
  original: string
  /** What the original said before it changed, where it did and that is known. */
  was: string | undefined
  unsettled: boolean
  theirs: string | undefined
  value: string
  terms: readonly TermPair[]
  wrong: boolean
  onInput: (value: string) => void
  onStill: () => void
  onTheirs: (take: boolean) => void
}) => {
  const words = useWords('translating')
  const shell = useWords('shell')
  const design = useWords('design')
  let field: HTMLInputElement | HTMLTextAreaElement | undefined
  const terms = createMemo(() => props.terms.filter(({ from }) => says(props.original, from)))
  const unsaid = () => terms().filter(({ to }) => !to.some((name) => says(props.value, name)))
  const remarks = createMemo(() => checkTranslation(props.original, props.value, { to: props.to, terms: [] }))
  const oneLine = () => props.name === 'title' || props.name === 'section' || props.name === 'topic'
  // A title may be longer than a phone is wide.
  const rows = () =>
    Math.min(8, Math.max(props.original.length > 30 || !oneLine() ? 2 : 1, Math.ceil(props.original.length / 60)))

  function put(term: string) {
    const { value } = props
    const at = field && document.activeElement === field ? (field.selectionStart ?? value.length) : value.length
    const [before, after] = [value.slice(0, at), value.slice(at)]
    const gap = before && !/\s$/.test(before) ? ' ' : ''
    props.onInput(`${before}${gap}${term}${after && !/^[\s.,;:!?]/.test(after) ? ' ' : ''}${after}`)
    const caret = before.length + gap.length + term.length
    field?.focus()
    field?.setSelectionRange(caret, caret)
  }

  return (
    <section class={css.block} classList={{ [css.wrong as string]: props.wrong }}>
      <h2 class={css.name}>{props.label}</h2>
      <div class="part">
        <p class="prose" lang={props.from}>
          {props.original}
        </p>
        <Show when={props.unsettled}>
          <p class={css.changed}>{words().changed}</p>
          <Show when={props.was}>
            {(was) => (
              <details>
                <summary>{words().before}</summary>
                <p class="prose small" lang={props.from}>
                  {was()}
                </p>
              </details>
            )}
          </Show>
        </Show>
      </div>
      <div class="part">
        <Field
          ref={(made) => {
            field = made
          }}
          label={
            <>
              {LANGUAGE_NAMES[props.to]}
              <span class="unseen">: {props.label}</span>
            </>
          }
          rows={rows()}
          maxLength={longestText(props.name)}
          lang={props.to}
          keys={props.to === 'kk' ? design().letters : undefined}
          value={props.value}
          onInput={(text) => props.onInput(oneLine() ? text.replace(/\s*\n\s*/g, ' ') : text)}
          error={hasIin(props.value) ? shell().looksLikeIin : undefined}
        />
        <For each={remarks()}>{(remark) => <p class={css.remark}>{said(remark, words().remarks)}</p>}</For>
        <Show when={unsaid().length}>
          <div class={css.terms}>
            <span class="small">{words().terms}</span>
            <For each={unsaid().slice(0, MOST_TERMS)}>
              {({ from, to: [first = ''] }) => (
                <Button label={words().put(first, from)} onPress={() => put(first)}>
                  {first}
                </Button>
              )}
            </For>
          </div>
        </Show>
        <Show when={props.theirs}>
          {(theirs) => (
            <div class={css.theirs}>
              <p class="small">{words().theirs}</p>
              <p class="prose" lang={props.to}>
                {theirs()}
              </p>
              <p class="line">
                <Button onPress={() => props.onTheirs(true)}>{words().takeTheirs}</Button>
                <Button kind="bare" onPress={() => props.onTheirs(false)}>
                  {words().mineStays}
                </Button>
              </p>
            </div>
          )}
        </Show>
        <Show when={props.unsettled}>
          <p>
            <Button onPress={props.onStill}>{words().still}</Button>
          </p>
        </Show>
      </div>
    </section>
  )
}

type Sentences = ReturnType<ReturnType<typeof useWords<'translating'>>>['remarks']

const said = (remark: Remark, words: Sentences): string => {
  if (remark.kind === 'not-kazakh') return words['not-kazakh']
  return remark.kind === 'term' ? '' : words[remark.kind](remark.found.join(', '))
}
