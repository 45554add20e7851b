import { LIMITS, newId, type TopicItem } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Field } from '@academy/design/Field'
import { Icon } from '@academy/design/Icon'
import { Enter, List } from '@academy/design/List'
import { State } from '@academy/design/State'
import { Alert, Empty, Loading } from '@academy/design/words'
import { relative } from '@academy/language/dates'
import { formatNumber } from '@academy/language/numbers'
import { createSignal, For, Show } from 'solid-js'
import { inLocale } from '../locale/in-locale.ts'
import { locale, to, useWords } from '../locale/locale.ts'
import { createFault } from '../shell/create-fault.ts'
import { LineBand } from '../shell/LineBand.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { useNavigate, useParams } from '../shell/router.ts'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import { createDraft, createOutbox, type Item } from '../sync/index.ts'
import { createRoom } from './create-room.ts'
import { FollowChoice } from './FollowChoice.tsx'

/** A room: its topics, and how to begin one. */
export const RoomPage = () => {
  const { id = '' } = useParams()
  const words = useWords('rooms')
  const shell = useWords('shell')
  const design = useWords('design')
  const sync = useSync()
  const { room, ended, more, show, onlyNew, follow } = createRoom(id)
  const refused = useRefused()
  const [starting, setStarting] = createSignal(false)
  const [fault, setFault] = createFault()
  const onTheWay = createOutbox(sync, `room:${id}`)
  const title = () => (room() ? inLocale(room()?.room.title ?? { kk: '', ru: '', en: '' }, locale()) : undefined)
  usePageTitle(() => title()?.text ?? words().title)
  const known = () => new Set(room()?.topics.items.map((topic) => topic.id))
  /** What is pinned stands first, and once. */
  const listed = () => {
    const { pinned = [], topics } = room() ?? {}
    const above = new Set(pinned.map((topic) => topic.id))
    const shown = onlyNew() ? pinned.filter((topic) => topic.unread) : pinned
    return [...shown, ...(topics?.items ?? []).filter((topic) => !above.has(topic.id))]
  }

  return (
    <Show when={!ended()} fallback={<Empty text={words().ended} />}>
      <Show when={room()} fallback={<Loading>{shell().opening}</Loading>}>
        {(opened) => (
          <>
            <header class="head">
              <p>
                <a class="line small back" href={to('/rooms')}>
                  <Icon name="back" /> {words().title}
                </a>
              </p>
              <h1 lang={title()?.lang}>{title()?.text}</h1>
              <p class="small">
                {`${words().kinds[opened().room.kind]}\u00a0· ${inLocale(opened().room.place.name, locale()).text}`}
              </p>
              <Show when={opened().room.archivedAt !== null}>
                <p class="small">{words().archived}</p>
              </Show>
              <LineBand />
            </header>
            <div class="col">
              <For each={onTheWay().filter((item) => !known().has(item.id))}>
                {(item: Item) => (
                  <div class="part">
                    <p class="voice">{(item.input as { title?: string }).title}</p>
                    <State kind={item.state === 'refused' ? 'no' : 'wait'}>
                      {item.refusal ? refused(item.refusal) : design().waiting}
                    </State>
                    <Show when={item.state === 'refused'}>
                      <p class="line">
                        <Button onPress={() => void sync.outbox.retry(item.id)}>{shell().retry}</Button>
                        <Button kind="bare" onPress={() => void sync.outbox.discard(item.id)}>
                          {shell().discard}
                        </Button>
                      </p>
                    </Show>
                  </div>
                )}
              </For>
              <Show when={!listed().length}>
                <Empty text={onlyNew() ? words().allRead : words().noTopics} />
              </Show>
              <p class="line">
                <Button kind="bare" onPress={() => show(!onlyNew()).catch((error) => setFault(error))}>
                  {onlyNew() ? words().allTopics : words().onlyNew}
                </Button>
              </p>
              <List>
                <For each={listed()}>{(topic) => <Row topic={topic} />}</For>
              </List>
              <Show when={fault()}>
                <Alert>{fault()}</Alert>
              </Show>
              <Show when={opened().topics.next}>
                <Button wide onPress={() => more().catch((error) => setFault(error))}>
                  {words().more}
                </Button>
              </Show>
            </div>
            <aside>
              <Show when={opened().may.start}>
                <Show
                  when={starting()}
                  fallback={
                    <div class="deed">
                      <Button kind="go" wide onPress={() => setStarting(true)}>
                        {words().start}
                      </Button>
                    </div>
                  }
                >
                  <NewTopic roomId={id} />
                </Show>
              </Show>
              <FollowChoice level={opened().follow.level} onPick={(level) => void follow(level)} />
            </aside>
          </>
        )}
      </Show>
    </Show>
  )
}

const Row = (props: { topic: TopicItem }) => {
  const words = useWords('rooms')
  const number = (n: number) => formatNumber(locale(), n)
  const note = () => {
    const { topic } = props
    return [
      topic.pinnedAt === null ? '' : words().pinned,
      topic.unread ? words().unread(number(topic.unread)) : words().messages(number(topic.messages)),
      relative(locale(), topic.lastAt, Date.now()),
      topic.resolvedAt === null ? '' : words().resolved,
      topic.closedAt === null ? '' : words().closed,
      topic.follow === 'none' ? words().muted : '',
    ]
      .filter(Boolean)
      .join(' · ')
  }
  return <Enter href={to(`/rooms/${props.topic.roomId}/${props.topic.id}`)} title={props.topic.title} note={note()} />
}

const NewTopic = (props: { roomId: string }) => {
  const sync = useSync()
  const navigate = useNavigate()
  const words = useWords('rooms')
  const design = useWords('design')
  const key = `room:${props.roomId}`
  const empty = { title: '', body: '' }
  const [draft, setDraft] = createDraft(sync, key, empty)

  async function send(event: SubmitEvent) {
    event.preventDefault()
    const { title, body } = draft()
    if (!title.trim() || !body.trim()) return
    const id = await sync.outbox.put(
      'rooms.start',
      { roomId: props.roomId, title, body, messageId: newId() },
      { lane: key, draft: key },
    )
    setDraft(empty)
    const off = sync.outbox.onDone((done) => {
      if (done !== id) return
      off()
      navigate(to(`/rooms/${props.roomId}/${id}`))
    })
  }

  return (
    <form class="part" onSubmit={send}>
      <h2>{words().start}</h2>
      <Field
        label={words().topicTitle}
        maxLength={LIMITS.topicTitle}
        value={draft().title}
        keys={design().letters}
        onInput={(title) => setDraft({ ...draft(), title })}
      />
      <Field
        label={words().topicFirst}
        rows={4}
        maxLength={LIMITS.message}
        value={draft().body}
        keys={design().letters}
        onInput={(body) => setDraft({ ...draft(), body })}
        kept={draft().body ? design().kept : undefined}
      />
      <Button kind="go" wide>
        {words().startDeed}
      </Button>
    </form>
  )
}
