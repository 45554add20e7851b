import type { Id, PlaceBrief } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Field } from '@academy/design/Field'
import { Enter, List } from '@academy/design/List'
import { createEffect, createMemo, createSignal, For, on, onCleanup, Show } from 'solid-js'
import { useWords } from '../locale/locale.ts'
import { Answer } from '../shell/Answer.tsx'
import { createAskedPages } from '../shell/create-asked.ts'
import { firstKey } from '../shell/first-data.ts'
import { useSync } from '../shell/use-sync.ts'
import { usePlaceName } from './use-place-name.ts'

const TYPING = 300
const SHOWN = 8

/** A school of a place, found by its name; wider places that fit stand above. Nothing is kept on the phone. */
export const PlacePicker = (props: {
  /** Schools of this place are offered; without it only `wider`. */
  within?: Id | undefined
  wider: readonly PlaceBrief[]
  onPick: (place: PlaceBrief) => void
}) => {
  const words = useWords('places')
  const design = useWords('design')
  const sync = useSync()
  const placeName = usePlaceName()
  const [typed, setTyped] = createSignal('')
  const [search, setSearch] = createSignal('')
  createEffect(
    on(
      typed,
      (text) => {
        const timer = setTimeout(() => setSearch(text.trim()), TYPING)
        onCleanup(() => clearTimeout(timer))
      },
      { defer: true },
    ),
  )
  const ask = createMemo(() => ({ placeId: props.within ?? '', search: search(), limit: SHOWN }))
  const row = (place: PlaceBrief) => (
    <Enter
      title={placeName(place)}
      note={place.kind === 'school' ? undefined : words()[place.kind]}
      onPress={() => props.onPick(place)}
    />
  )
  const Schools = () => {
    const found = createAskedPages(
      () => firstKey('places.schools', ask()),
      (cursor) => sync.rpc.places.schools.query({ ...ask(), cursor }),
      { keep: false },
    )
    return (
      <>
        <Field
          label={words().find}
          type="search"
          maxLength={200}
          keys={design().letters}
          value={typed()}
          onInput={setTyped}
        />
        <Answer of={found}>
          {(page) => (
            <Show when={page().items.length > 0} fallback={<p>{words().none}</p>}>
              <List label={words().school}>
                <For each={page().items}>{row}</For>
              </List>
              <Show when={page().next}>
                <p>
                  <Button busy={found.busy()} onPress={() => void found.more()}>
                    {words().more}
                  </Button>
                </p>
              </Show>
            </Show>
          )}
        </Answer>
      </>
    )
  }
  return (
    <div class="part">
      <Show when={props.wider.length > 0}>
        <List label={words().district}>
          <For each={props.wider}>{row}</For>
        </List>
      </Show>
      <Show when={props.within}>
        <Schools />
      </Show>
    </div>
  )
}
