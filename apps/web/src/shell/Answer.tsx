import { Button } from '@academy/design/Button'
import { Alert, Loading } from '@academy/design/words'
import { type Accessor, type JSX, Show } from 'solid-js'
import { useWords } from '../locale/locale.ts'
import type { Asked } from './create-asked.ts'
import { useRefused } from './use-refused.ts'

/** A part of a page that waits for an answer: a word while it takes long, why it did not come, or the thing itself. */
export function Answer<T>(props: {
  of: Pick<Asked<T>, 'value' | 'fault' | 'again'>
  children: (value: Accessor<NonNullable<T>>) => JSX.Element
}) {
  const words = useWords('shell')
  const refused = useRefused()
  return (
    <Show
      when={props.of.value()}
      fallback={
        <Show when={props.of.fault()} fallback={<Loading>{words().opening}</Loading>}>
          {(why) => (
            <>
              <Show when={why().code === 'client/offline'} fallback={<Alert>{refused(why())}</Alert>}>
                <p role="alert">{refused(why())}</p>
              </Show>
              <p>
                <Button onPress={() => void props.of.again()}>{words().again}</Button>
              </p>
            </>
          )}
        </Show>
      }
    >
      {props.children}
    </Show>
  )
}
