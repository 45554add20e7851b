import {
  type Activity,
  type Id,
  type RoomOpened,
  type RoomView,
  roomStream,
  type TopicItem,
  type TopicView,
} from '@academy/contract'
import { onCleanup } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import { firstKey, takeFirst } from '../shell/first-data.ts'
import { useSync } from '../shell/use-sync.ts'

const liveliest = (a: TopicItem, b: TopicItem) => b.lastAt - a.lastAt

/** A room's topics, kept in order by what happens in them. */
export function createRoom(roomId: Id) {
  const sync = useSync()
  const [shown, set] = createStore<{ room: RoomOpened | null; ended: boolean }>({ room: null, ended: false })
  const came = takeFirst<RoomOpened>(firstKey('rooms.open', { roomId }))

  onCleanup(
    sync.follow<RoomOpened, RoomView | TopicView>(roomStream(roomId), {
      load: () => sync.rpc.rooms.open.query({ roomId }),
      reset: (room) => set('room', reconcile(room)),
      ...(came ? { first: came } : {}),
      view: () => shown.room as RoomOpened,
      apply({ kind, view }) {
        if (!view) return
        if (kind.startsWith('room.')) return set('room', (r) => r && { ...r, room: view as RoomView })
        const topic = view as TopicView
        set('room', (r) => {
          if (!r) return r
          const before = r.topics.items.find((t) => t.id === topic.id)
          const now: TopicItem = { unread: before ? before.unread : 1, ...topic }
          const items = [now, ...r.topics.items.filter((t) => t.id !== topic.id)].sort(liveliest)
          return { ...r, topics: { ...r.topics, items } }
        })
      },
      gauge(_name, value) {
        const activity = value as Activity
        set('room', (r) => {
          if (!r) return r
          const items = r.topics.items.map((topic) => {
            const lively = activity[topic.id]
            if (!lively) return topic
            const more = Math.max(0, lively.lastN - topic.lastN)
            return { ...topic, ...lively, unread: topic.unread + more }
          })
          return { ...r, topics: { ...r.topics, items: items.sort(liveliest) } }
        })
      },
      ended: () => set('ended', true),
    }),
  )

  async function more() {
    const next = shown.room?.topics.next
    if (!next) return
    const page = await sync.rpc.rooms.topics.query({ roomId, cursor: next })
    set('room', (r) => {
      if (!r) return r
      const known = new Set(r.topics.items.map((t) => t.id))
      const items = [...r.topics.items, ...page.items.filter((t) => !known.has(t.id))]
      return { ...r, topics: { items, next: page.next } }
    })
  }

  return { room: () => shown.room, ended: () => shown.ended, more }
}
