import type { Id } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Dialog } from '@academy/design/Dialog'
import { Icon } from '@academy/design/Icon'
import { State } from '@academy/design/State'
import { Tick } from '@academy/design/Tick'
import { createSignal, For, Show } from 'solid-js'
import { to, useWords } from '../locale/locale.ts'
import { Answer } from '../shell/Answer.tsx'
import { useSync } from '../shell/use-sync.ts'
import { COLLECTIONS } from './collection-deeds.ts'
import { createCollections } from './create-collections.ts'
import { NewCollection } from './NewCollection.tsx'
import { RefusedDeeds } from './RefusedDeeds.tsx'

/** Keeps a practice in collections of one's own, old ones and a new one; also without a line. */
export const Keep = (props: { practiceId: Id }) => {
  const words = useWords('collections')
  const design = useWords('design')
  const [open, setOpen] = createSignal(false)
  return (
    <>
      <Button kind="bare" onPress={() => setOpen(true)}>
        <Icon name="plus" /> {words().keep}
      </Button>
      <Dialog open={open()} onClose={() => setOpen(false)} title={words().keep} closeLabel={design().close}>
        <Choices practiceId={props.practiceId} />
      </Dialog>
    </>
  )
}

const Choices = (props: { practiceId: Id }) => {
  const sync = useSync()
  const words = useWords('collections')
  const design = useWords('design')
  const { practiceId } = props
  const collections = createCollections(practiceId)
  const put = (collectionId: Id, on: boolean) =>
    sync.outbox.put(
      on ? 'practices.keepPractice' : 'practices.letGoPractice',
      { collectionId, practiceId },
      { lane: COLLECTIONS },
    )
  return (
    <>
      <Answer of={collections}>
        {(rows) => (
          <Show when={rows().length} fallback={<p class="small">{words().lead}</p>}>
            <div>
              {/* By id: a row that is drawn anew while it is pressed would lose the focus. */}
              <For each={rows().map(({ id }) => id)}>
                {(id) => (
                  <Show when={rows().find((row) => row.id === id)}>
                    {(row) => (
                      <Tick
                        checked={row().holds}
                        onChange={(on) => void put(id, on)}
                        note={words().count(row().practices)}
                      >
                        {row().title}
                      </Tick>
                    )}
                  </Show>
                )}
              </For>
            </div>
          </Show>
        )}
      </Answer>
      <div aria-live="polite">
        <Show when={collections.onWay().length}>
          <State kind="wait">{design().waiting}</State>
        </Show>
        <RefusedDeeds items={collections.refused()} />
      </div>
      <NewCollection make={collections.make} />
      <p>
        <a href={to('/collections')}>{words().title}</a>
      </p>
    </>
  )
}
