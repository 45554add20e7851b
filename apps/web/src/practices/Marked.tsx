import type { Mark } from '@academy/contract'
import { For } from 'solid-js'
import css from './list.module.css'

/** A text with what was looked for marked in it. */
export const Marked = (props: { text: string; marks: readonly Mark[] }) => {
  const pieces = () => {
    let at = 0
    const all: (string | [string])[] = []
    for (const [from, to] of props.marks) {
      all.push(props.text.slice(at, from), [props.text.slice(from, to)])
      at = to
    }
    return [...all, props.text.slice(at)]
  }
  return (
    <For each={pieces()}>{(piece) => (typeof piece === 'string' ? piece : <mark class={css.hit}>{piece}</mark>)}</For>
  )
}
