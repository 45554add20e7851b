import { Show } from 'solid-js'
import { createOutbox } from '../sync/index.ts'
import { Later } from './Later.tsx'
import { useSync } from './use-sync.ts'

/** Says why nothing is being sent though there is a line; until that happens there is only an empty place to say it. */
export const Halt = (props: { here: string }) => {
  const sync = useSync()
  const items = createOutbox(sync)
  const halted = () => {
    items()
    return sync.outbox.halted()
  }
  return (
    <div role="status">
      <Show when={halted()} keyed>
        {(why) => (
          <Later
            load={() => import('./HaltBand.tsx').then((module) => module.HaltBand)}
            props={{ why, here: props.here }}
          />
        )}
      </Show>
    </div>
  )
}
