import { Match, Switch } from 'solid-js'
import { errorWord, to, useWords } from '../locale/locale.ts'
import { createOutbox } from '../sync/index.ts'
import { useSync } from './use-sync.ts'

/** Why nothing is being sent though there is a line, and the one deed that mends it. Everything written is kept meanwhile. */
export const HaltBand = (props: { here: string }) => {
  const sync = useSync()
  const words = useWords('shell')
  const items = createOutbox(sync)
  const halted = () => {
    items()
    return sync.outbox.halted()
  }
  return (
    <div role="status">
      <Switch>
        <Match when={halted() === 'signed-out'}>
          <p class="offline">
            <span>
              {errorWord('signed-out')}{' '}
              <a href={`${to('/sign-in')}?to=${encodeURIComponent(props.here)}`}>{words().signIn}</a>
            </span>
          </p>
        </Match>
        <Match when={halted() === 'client/too-old'}>
          <p class="offline">
            <span>
              {errorWord('client/too-old')} <a href={props.here}>{words().refresh}</a>
            </span>
          </p>
        </Match>
      </Switch>
    </div>
  )
}
