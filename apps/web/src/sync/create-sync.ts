import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { LineState } from './connection.ts'
import type { Item } from './outbox.ts'
import type { Sync } from './start.ts'

function createWatched<T>(watch: (hear: () => void) => () => void, read: () => T): Accessor<T> {
  const [value, set] = createSignal(read(), { equals: false })
  onCleanup(watch(() => set(() => read())))
  return value
}

/** How the line is. */
export const createLine = ({ line }: Sync): Accessor<LineState> => createWatched(line.subscribe, line.state)

/** What this person has on its way, of one lane or of all. */
export const createOutbox = ({ outbox }: Sync, lane?: string): Accessor<readonly Item[]> =>
  createWatched(outbox.subscribe, () => outbox.items().filter((item) => lane === undefined || item.lane === lane))

/**
 * What is being typed: survives a reload and a killed tab. What was kept comes a moment later, and never over what was typed meanwhile.
 * Give its `key` to `outbox.put` as `draft`, then empty it.
 */
export function createDraft<T>(sync: Sync, key: string, empty: T): [Accessor<T>, (value: T) => void] {
  const kept = sync.draft<T>(key)
  const [value, set] = createSignal(empty)
  let touched = false
  void kept.load().then((old) => {
    if (old !== undefined && !touched) set(() => old)
  })
  return [
    value,
    (next) => {
      touched = true
      set(() => next)
      void kept.save(next === empty ? undefined : next)
    },
  ]
}
