import { LIMITS, type TopicOpened } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Dialog } from '@academy/design/Dialog'
import { Field } from '@academy/design/Field'
import { createSignal, Show } from 'solid-js'
import { useWords } from '../locale/locale.ts'
import type { Topic } from './create-topic.ts'
import { FollowChoice } from './FollowChoice.tsx'

/** What can be done with a topic: followed by all; settled and named by who began it; pinned and closed by a room moderator. */
export const TopicDeeds = (props: { open: boolean; talk: Topic; opened: TopicOpened; onClose: () => void }) => {
  const words = useWords('rooms')
  const design = useWords('design')
  const topic = () => props.opened.topic
  const [title, setTitle] = createSignal(topic().title)
  const done = (deed: Promise<unknown>) => void deed.then(() => props.onClose())
  function rename(event: SubmitEvent) {
    event.preventDefault()
    if (title().trim()) done(props.talk.rename(title()))
  }
  return (
    <Dialog open={props.open} onClose={props.onClose} title={words().topicDeeds} closeLabel={design().close}>
      <FollowChoice level={props.opened.follow.level} onPick={(level) => void props.talk.follow(level)} />
      <Show when={props.opened.may.resolve}>
        <Button wide onPress={() => done(props.talk.resolve(topic().resolvedAt === null, null))}>
          {topic().resolvedAt === null ? words().resolve : words().reopen}
        </Button>
        <form class="part" onSubmit={rename}>
          <Field label={words().topicTitle} maxLength={LIMITS.topicTitle} value={title()} onInput={setTitle} />
          <Button>{words().rename}</Button>
        </form>
      </Show>
      <Show when={props.opened.may.moderate}>
        <p class="line">
          <Button onPress={() => done(props.talk.pin(topic().pinnedAt === null))}>
            {topic().pinnedAt === null ? words().pin : words().unpin}
          </Button>
          <Button onPress={() => done(props.talk.close(topic().closedAt === null))}>
            {topic().closedAt === null ? words().close : words().openAgain}
          </Button>
        </p>
      </Show>
    </Dialog>
  )
}
