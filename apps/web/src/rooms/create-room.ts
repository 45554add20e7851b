import {
  type Activity,
  type FollowLevel,
  type Id,
  type RoomOpened,
  type RoomView,
  roomStream,
  type TopicItem,
  type TopicView,
} from '@academy/contract'
import { createSignal, onCleanup } from 'solid-js'
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
          const others = (all: readonly TopicItem[]) => all.filter((t) => t.id !== topic.id)
          const before = [...r.topics.items, ...r.pinned].find((t) => t.id === topic.id)
          const now: TopicItem = { ...(before ?? { unread: 1, follow: r.follow.level }), ...topic }
          const items = [now, ...others(r.topics.items)].sort(liveliest)
          const pinned = topic.pinnedAt === null ? others(r.pinned) : [now, ...others(r.pinned)]
          return { ...r, pinned, topics: { ...r.topics, items } }
        })
      },
      gauge(_name, value) {
        const activity = value as Activity
        set('room', (r) => {
          if (!r) return r
          const moved = (topic: TopicItem) => {
            const lively = activity[topic.id]
            if (!lively) return topic
            const more = topic.follow === 'none' ? 0 : Math.max(0, lively.lastN - topic.lastN)
            return { ...topic, ...lively, unread: topic.unread + more }
          }
          const items = r.topics.items.map(moved).sort(liveliest)
          return { ...r, pinned: r.pinned.map(moved), topics: { ...r.topics, items } }
        })
      },
      ended: () => set('ended', true),
    }),
  )

  const [onlyNew, setOnlyNew] = createSignal(false)
  /** All topics, or those with something new. */
  async function show(fresh: boolean) {
    const page = await sync.rpc.rooms.topics.query({ roomId, unread: fresh })
    setOnlyNew(fresh)
    set('room', (r) => r && { ...r, topics: page })
  }

  async function follow(level: FollowLevel) {
    set('room', (r) => r && { ...r, follow: { chosen: level, level } })
    await sync.outbox.put('rooms.followRoom', { roomId, level }, { lane: roomStream(roomId) })
  }

  async function more() {
    const next = shown.room?.topics.next
    if (!next) return
    const page = await sync.rpc.rooms.topics.query({ roomId, unread: onlyNew(), cursor: next })
    set('room', (r) => {
      if (!r) return r
      const known = new Set(r.topics.items.map((t) => t.id))
      const items = [...r.topics.items, ...page.items.filter((t) => !known.has(t.id))]
      return { ...r, topics: { items, next: page.next } }
    })
  }

  return { room: () => shown.room, ended: () => shown.ended, more, show, onlyNew, follow }
}
