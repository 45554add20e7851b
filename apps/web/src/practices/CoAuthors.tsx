import { type CoAuthors as All, type Id, newId } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Alert } from '@academy/design/words'
import { For, Show } from 'solid-js'
import { to, useWords } from '../locale/locale.ts'
import { Answer } from '../shell/Answer.tsx'
import { createAsked } from '../shell/create-asked.ts'
import { createFault } from '../shell/create-fault.ts'
import { me } from '../shell/me.ts'
import { toasts } from '../shell/toasts.ts'
import { useSync } from '../shell/use-sync.ts'
import { share } from './share.ts'

/** For those who write a practice: with whom, a link for one more, and the way out. */
export const CoAuthors = (props: { id: Id; title: string; onChange: () => void }) => {
  const sync = useSync()
  const words = useWords('card')
  const [fault, setFault] = createFault()
  const asked = createAsked<All>(
    () => `practices.coAuthors ${props.id}`,
    () => sync.rpc.practices.coAuthors.query({ practiceId: props.id }),
    { keep: false },
  )

  async function attempt(deed: () => Promise<unknown>) {
    setFault()
    try {
      await deed()
    } catch (error) {
      setFault(error)
    }
  }
  const invite = () =>
    attempt(async () => {
      const { key, until } = await sync.rpc.practices.authorLink.query({ practiceId: props.id })
      const url = `${location.origin}${to(`/practices/${props.id}?join=${key}&until=${until}`)}`
      const how = await share(props.title, words().joinText(props.title), url)
      if (how === 'copied') toasts.show({ text: words().linkCopied })
      // Where nothing can be shared or copied, it is shown to be copied by hand.
      if (how === 'failed') toasts.show({ text: url })
    })
  const remove = (memberId: Id) =>
    attempt(async () => {
      await sync.rpc.practices.removeCoAuthor.mutate({ id: newId(), practiceId: props.id, memberId })
      await asked.again()
      props.onChange()
    })

  return (
    <div class="part">
      <Answer of={asked}>
        {(value) => (
          <>
            <Show when={value().items.length === 0}>
              <p class="small">{words().aloneYet}</p>
            </Show>
            <For each={value().items}>
              {(one) => (
                <p class="line">
                  <span>{one.name}</span>
                  <Show when={value().may.remove || one.id === me()?.id}>
                    <Button kind="bare" onPress={() => void remove(one.id)}>
                      {one.id === me()?.id ? words().leaveAuthors : words().removeAuthor(one.name)}
                    </Button>
                  </Show>
                </p>
              )}
            </For>
            <Show when={value().may.invite}>
              <p>
                <Button onPress={() => void invite()}>{words().inviteAuthor}</Button>
              </p>
              <p class="small">{words().inviteWhy}</p>
            </Show>
          </>
        )}
      </Answer>
      <Show when={fault()}>
        <Alert>{fault()}</Alert>
      </Show>
    </div>
  )
}
