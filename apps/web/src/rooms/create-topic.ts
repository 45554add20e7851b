import {
  type FollowLevel,
  type Id,
  type MessageView,
  type TopicOpened,
  type TopicView,
  type Typing,
  topicStream,
} from '@academy/contract'
import { createMemo, createSignal, onCleanup } from 'solid-js'
import { firstKey, takeFirst } from '../shell/first-data.ts'
import { useSync } from '../shell/use-sync.ts'
import { createOutbox, type Item } from '../sync/index.ts'

export type OwnMessage = Item & { input: { body?: string; replyTo?: Id | null; messageId?: Id } }

/** Typing is told at most this often; who has stopped for five seconds is not typing. */
const TELL_EVERY = 3_000

/** A topic: its messages by number, what this phone has on its way laid under them, and how far one has read. */
export function createTopic(topicId: Id) {
  const sync = useSync()
  const lane = topicStream(topicId)
  const [topic, setTopic] = createSignal<TopicOpened | null>(null)
  const [ended, setEnded] = createSignal(false)
  const [typing, setTyping] = createSignal<Typing>([])
  const [here, setHere] = createSignal(0)
  const items = createOutbox(sync, lane) as () => readonly OwnMessage[]
  const came = takeFirst<TopicOpened>(firstKey('rooms.topic', { topicId }))

  /** Upserts by id. A message beyond what is loaded stays away until one has scrolled there. */
  function put(...views: MessageView[]) {
    setTopic((t) => {
      if (!t) return t
      const byId = new Map(t.messages.map((m) => [m.id, m]))
      for (const view of views) byId.set(view.id, view)
      const messages = [...byId.values()].sort((a, b) => a.n - b.n)
      return { ...t, messages }
    })
  }

  onCleanup(
    sync.follow<TopicOpened, MessageView | TopicView>(lane, {
      load: () => sync.rpc.rooms.topic.query({ topicId }),
      reset: (view) => setTopic(view),
      ...(came ? { first: came } : {}),
      // The last fifty are enough to open without a line.
      view: () => ({ ...(topic() as TopicOpened), messages: (topic()?.messages ?? []).slice(-50) }),
      apply({ kind, view }) {
        if (!view) return
        if (kind.startsWith('topic.')) return void setTopic((t) => t && { ...t, topic: view as TopicView })
        const message = view as MessageView
        const known = topic()?.messages.some((m) => m.id === message.id)
        if (kind === 'message.posted' && !topic()?.newer) put(message)
        else if (known) put(message)
        if (kind === 'message.posted')
          setTopic((t) => t && { ...t, topic: { ...t.topic, lastN: message.n, lastAt: message.at } })
        setTyping((all) => all.filter(({ id }) => id !== message.author?.id))
      },
      gauge(name, value) {
        if (name === 'typing') setTyping((value as Typing).filter(({ id }) => id !== sync.key))
        if (name === 'here') setHere(value as number)
      },
      ended: () => setEnded(true),
    }),
  )

  const page = async (at: { before: number } | { after: number }) => {
    const got = await sync.rpc.rooms.messages.query({ topicId, limit: 50, ...at })
    put(...got.messages)
    setTopic((t) => t && { ...t, ...('before' in at ? { older: got.more } : { newer: got.more }) })
  }

  let told = 0
  let read = topic()?.upTo ?? 0
  let reading: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => {
    clearTimeout(reading)
    sync.line.tell({ stream: lane, name: 'away' })
  })

  return {
    topic,
    ended,
    typing,
    here,
    older: () => page({ before: topic()?.messages[0]?.n ?? 1 }),
    /** The messages around a number in place of those that are shown. */
    async around(n: number) {
      const { messages, older, newer } = await sync.rpc.rooms.topic.query({ topicId, around: n })
      setTopic((t) => t && { ...t, messages, older, newer })
    },
    newer: () => page({ after: topic()?.messages.at(-1)?.n ?? 0 }),
    /** Written here and not yet in the thread. */
    onTheWay: createMemo(() => {
      const known = new Set(topic()?.messages.map((m) => m.id))
      return items().filter((item) => item.path === 'rooms.post' && !known.has(item.id))
    }),
    /** What else was done here and is not at the server yet. */
    deedsOnTheWay: createMemo(() =>
      items().filter((item) => item.path !== 'rooms.post' && (item.state === 'waiting' || item.state === 'sending')),
    ),
    /** Edits and deletions that were refused. */
    refusedDeeds: createMemo(() => items().filter((item) => item.path !== 'rooms.post' && item.state === 'refused')),
    post: (body: string, replyTo: Id | null) =>
      sync.outbox.put('rooms.post', { topicId, body, replyTo }, { lane, draft: lane }),
    edit: (messageId: Id, body: string) => sync.outbox.put('rooms.edit', { messageId, body }, { lane }),
    remove: (messageId: Id, reason: string) => sync.outbox.put('rooms.delete', { messageId, reason }, { lane }),
    close: (on: boolean) => sync.outbox.put('rooms.close', { topicId, on }, { lane }),
    rename: (title: string) => sync.outbox.put('rooms.rename', { topicId, title }, { lane }),
    resolve: (on: boolean, answerId: Id | null) =>
      sync.outbox.put('rooms.resolve', { topicId, on, answerId }, { lane }),
    pin: (on: boolean) => sync.outbox.put('rooms.pin', { topicId, on }, { lane }),
    /** Shown as chosen at once. */
    follow(level: FollowLevel) {
      setTopic((t) => t && { ...t, follow: { chosen: level, level } })
      return sync.outbox.put('rooms.followTopic', { topicId, level }, { lane })
    },
    /** Somebody is writing: told now and then, worth nothing a moment later. */
    types() {
      const now = Date.now()
      if (now - told < TELL_EVERY) return
      told = now
      sync.line.tell({ stream: lane, name: 'typing' })
    },
    /** Read as far as this number. Told a little later, once for many. */
    saw(n: number) {
      if (n <= Math.max(read, topic()?.upTo ?? 0)) return
      read = n
      reading ??= setTimeout(() => {
        reading = undefined
        void sync.outbox.put('rooms.read', { topicId, upTo: read }, { lane: `reading:${topicId}` })
      }, 1500)
    },
  }
}

export type Topic = ReturnType<typeof createTopic>
