import type { Id, SpreadView } from '@academy/contract'
import { createMemo, For, Show } from 'solid-js'
import css from './spread.module.css'

const WIDTH = 320
const ROW = 44
const LEFT = 16
/** What a name may take beside the arcs; the whole one stands in the list. */
const MOST_LETTERS = 30

/**
 * Schools one under the other in the order the practice reached them, arcs from where it came to where it went: as wide as a phone, as
 * long as there are schools. The list below says the same in words, so this is a picture and no more to who cannot see it.
 */
export const SpreadGraph = (props: { view: SpreadView; name: (id: Id) => string; label: string }) => {
  const schools = createMemo(() => {
    const order: Id[] = []
    const add = (id: Id) => void (order.includes(id) || order.push(id))
    for (const node of props.view.nodes) if (node.originId === null) add(node.place.id)
    for (let left = [...props.view.ways]; left.length; ) {
      const from = left.filter((way) => order.includes(way.from))
      if (!from.length) add(left[0]?.from as Id)
      for (const way of from) add(way.to)
      left = left.filter((way) => !from.includes(way))
    }
    return order
  })
  const y = (id: Id) => schools().indexOf(id) * ROW + ROW / 2
  const most = () => Math.max(...props.view.ways.map((way) => way.tries + way.adaptations))
  const arcs = () => props.view.ways.filter((way) => way.from !== way.to)
  const short = (name: string) => (name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}…` : name)
  const at = (id: Id) => props.view.ways.filter((way) => way.to === id).reduce((sum, way) => sum + way.tries, 0)
  return (
    <svg class={css.graph} viewBox={`0 0 ${WIDTH} ${schools().length * ROW}`} role="img" aria-label={props.label}>
      <For each={arcs()}>
        {(way) => {
          const [a, b] = [y(way.from), y(way.to)]
          const bend = LEFT + 14 + Math.min(60, Math.abs(b - a) / 3)
          return (
            <path
              class={way.adaptations ? css.adapted : css.tried}
              d={`M ${LEFT} ${a} C ${bend} ${a}, ${bend} ${b}, ${LEFT} ${b}`}
              stroke-width={1.5 + (3 * (way.tries + way.adaptations)) / most()}
            />
          )
        }}
      </For>
      <For each={schools()}>
        {(id) => (
          <>
            <circle class={css.school} cx={LEFT} cy={y(id)} r={at(id) ? 7 : 5} />
            <text class={css.name} x={96} y={y(id) + 5}>
              {short(props.name(id))}
              <Show when={at(id)}>{(tries) => ` · ${tries()}`}</Show>
            </text>
          </>
        )}
      </For>
    </svg>
  )
}
