import {
  LIMITS,
  type LiveSessionView,
  type MeView,
  type Page,
  type PracticePage,
  type RoomItem,
} from '@academy/contract'
import { ButtonLink } from '@academy/design/Button'
import { Enter, List } from '@academy/design/List'
import { dayLabel, formatDay, formatTime, weekday } from '@academy/language/dates'
import { formatNumber } from '@academy/language/numbers'
import { mayPublishPracticeSomewhere } from '@academy/policy'
import { createSignal, For, onCleanup, onMount, Show } from 'solid-js'
import { inLocale } from '../locale/in-locale.ts'
import { locale, needWords, to, useWords } from '../locale/locale.ts'
import { usePlaceName } from '../places/use-place-name.ts'
import { Answer } from '../shell/Answer.tsx'
import { createAsked } from '../shell/create-asked.ts'
import { ForMember } from '../shell/ForMember.tsx'
import { firstKey } from '../shell/first-data.ts'
import { Later } from '../shell/Later.tsx'
import { LineBand } from '../shell/LineBand.tsx'
import { actor } from '../shell/me.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { useSync } from '../shell/use-sync.ts'
import { createOutbox } from '../sync/index.ts'
import { NewPractices } from './NewPractices.tsx'
import { isParentOnly, type SessionNow, sessionsNow, unreadRooms } from './waits.ts'

const MINUTE = 60_000
const MOST_SESSIONS = 4
const MOST_ROOMS = 6
const SESSIONS = { limit: LIMITS.page.usual, cursor: null }

const unsentPart = () => Promise.all([import('./Unsent.tsx'), needWords('unsent')]).then(([module]) => module.Unsent)
const echoesPart = () =>
  Promise.all([import('../practices/Echoes.tsx'), needWords('trials')]).then(([module]) => module.Echoes)
const adoptPart = () => import('./Adopt.tsx').then((module) => module.Adopt)

/** Today: what waits for one, and the one thing to do. Nothing is counted that nobody asked for. */
export const HomePage = () => {
  const words = useWords('home')
  usePageTitle(() => words().today)
  return <ForMember>{(me) => <Today me={me()} />}</ForMember>
}

const Today = (props: { me: MeView }) => {
  const words = useWords('home')
  const placeName = usePlaceName()
  const sync = useSync()
  const items = createOutbox(sync)
  const unsent = () => items().filter((item) => item.state !== 'sent')
  const [now, setNow] = createSignal(Date.now())
  const clock = setInterval(() => setNow(Date.now()), MINUTE)
  onCleanup(() => clearInterval(clock))
  // Rarely there is something, so it is looked for when everything else stands.
  const [settled, setSettled] = createSignal(false)
  onMount(() => {
    const later = setTimeout(() => setSettled(true), 1_500)
    onCleanup(() => clearTimeout(later))
  })

  const sessions = createAsked<Page<LiveSessionView>>(
    () => firstKey('live.sessions', SESSIONS),
    () => sync.rpc.live.sessions.query(SESSIONS),
  )
  const rooms = createAsked<Page<RoomItem>>(
    () => firstKey('rooms.list', {}),
    () => sync.rpc.rooms.list.query({}),
  )
  const practicesOf = () => ({ locale: locale(), limit: 3, mySubjects: true })
  const practices = createAsked<PracticePage>(
    () => firstKey('practices.list', practicesOf()),
    () => sync.rpc.practices.list.query(practicesOf()),
  )

  const parent = () => isParentOnly(props.me.roles.map(({ role }) => role))
  const lives = () => sessionsNow(sessions.value()?.items ?? [], now())
  const unread = () => unreadRooms(rooms.value()?.items ?? [])
  /** A parent comes to the rooms, so they stand here also when nothing new was said. */
  const shownRooms = () => (parent() ? (rooms.value()?.items ?? []) : unread())
  const place = () => props.me.roles[0]?.place
  const today = () =>
    [
      `${formatDay(locale(), now())}, ${weekday(locale(), now())}`,
      place() && placeName(place() as NonNullable<ReturnType<typeof place>>),
    ]
      .filter(Boolean)
      .join(' · ')
  const open = () => lives().find(({ state }) => state === 'open')?.session

  return (
    <>
      <header class="head">
        <p class="small">{today()}</p>
        <h1>{words().hello(props.me.name)}</h1>
        <LineBand />
      </header>
      <div class="col">
        <Show when={unsent().length > 0}>
          <Later
            load={unsentPart}
            props={{
              get items() {
                return unsent()
              },
            }}
          />
        </Show>
        <Show when={settled()}>
          <Later load={adoptPart} props={{}} />
        </Show>
        <section class="part">
          <h2>{words().waits}</h2>
          <Show when={lives().length + shownRooms().length > 0}>
            <List label={words().waits}>
              <For each={lives().slice(0, MOST_SESSIONS)}>{(one) => <Session of={one} now={now()} />}</For>
              <For each={shownRooms().slice(0, MOST_ROOMS)}>{(room) => <Room of={room} />}</For>
            </List>
          </Show>
          <Show when={shownRooms().length > MOST_ROOMS}>
            <p>
              <a class="btn bare" href={to('/rooms')}>
                {words().allRooms}
              </a>
            </p>
          </Show>
          {/* Said when both are known, for it is true of both. */}
          <Answer of={sessions}>
            {() => (
              <Answer of={rooms}>
                {() => (
                  <Show when={!lives().length && !unread().length}>
                    <p class="small">{words().nothingWaits}</p>
                  </Show>
                )}
              </Answer>
            )}
          </Answer>
        </section>
        <Later load={echoesPart} props={{}} />
        <NewPractices of={practices} />
      </div>
      <aside class="side">
        <p class="deed">
          <Deed me={props.me} parent={parent()} open={open()} />
        </p>
      </aside>
    </>
  )
}

/** The one thing to do, by who one is here. */
const Deed = (props: { me: MeView; parent: boolean; open: LiveSessionView | undefined }) => {
  const words = useWords('home')
  const holds = (...roles: string[]) => props.me.roles.some(({ role }) => roles.includes(role))
  const deed = (): [path: string, name: string, external?: true] => {
    if (props.open && props.parent) return [`/live/${props.open.id}`, words().ask, true]
    if (holds('school-leader', 'district-officer', 'administrator')) return ['/me?invite', words().invite]
    if (mayPublishPracticeSomewhere(actor())) return ['/practices/new', words().share]
    if (holds('room-moderator')) return ['/live', words().toLive]
    return ['/rooms', words().toRooms]
  }
  return (
    <ButtonLink kind="go" wide href={to(deed()[0])} external={deed()[2]}>
      {deed()[1]}
    </ButtonLink>
  )
}

const Session = (props: { of: SessionNow; now: number }) => {
  const words = useWords('home')
  const session = () => props.of.session
  const title = () => inLocale(session().title, locale())
  const begins = () => `${dayLabel(locale(), session().startsAt, props.now)}, ${formatTime(session().startsAt)}`
  const state = () => (props.of.state === 'open' ? words().liveOpen : words().liveStarts(begins()))
  return (
    <Enter
      external
      href={to(`/live/${session().id}`)}
      title={title().text}
      lang={title().lang}
      note={`${state()} · ${inLocale(session().place, locale()).text}`}
    />
  )
}

const Room = (props: { of: RoomItem }) => {
  const words = useWords('home')
  const title = () => inLocale(props.of.title, locale())
  const unread = () => `${formatNumber(locale(), props.of.unread)}${props.of.unread >= LIMITS.unread ? '+' : ''}`
  const note = () =>
    [props.of.unread ? words().newMessages(unread()) : '', props.of.latest?.title].filter(Boolean).join(' · ')
  return <Enter href={to(`/rooms/${props.of.id}`)} title={title().text} lang={title().lang} note={note()} />
}
