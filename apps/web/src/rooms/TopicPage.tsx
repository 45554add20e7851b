import type { MessageView } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Icon } from '@academy/design/Icon'
import { Day } from '@academy/design/Msg'
import { State } from '@academy/design/State'
import { Alert, Empty, Loading } from '@academy/design/words'
import { dayLabel, isoDate } from '@academy/language/dates'
import { formatNumber } from '@academy/language/numbers'
import { createEffect, createMemo, createSignal, For, on, onCleanup, Show } from 'solid-js'
import { inLocale } from '../locale/in-locale.ts'
import { locale, to, useWords } from '../locale/locale.ts'
import { announce } from '../shell/announce.ts'
import { createFault } from '../shell/create-fault.ts'
import { Later } from '../shell/Later.tsx'
import { LineBand } from '../shell/LineBand.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { useParams } from '../shell/router.ts'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import { Composer } from './Composer.tsx'
import { createTopic } from './create-topic.ts'
import { Message, Waiting } from './Message.tsx'
import css from './topic.module.css'

const topicDeeds = () => import('./TopicDeeds.tsx').then((module) => module.TopicDeeds)
const messageDeeds = () => import('./MessageDeeds.tsx').then((module) => module.MessageDeeds)

/** Within this of the end one is at the end, and new messages may come into view by themselves. */
const NEAR = 120

/** A topic read and written: where one stopped, older ones above, one's own on the way below, the composer at hand. */
export const TopicPage = () => {
  const { id: roomId = '', topic: topicId = '' } = useParams()
  const words = useWords('rooms')
  const shell = useWords('shell')
  const design = useWords('design')
  const sync = useSync()
  const refused = useRefused()
  const talk = createTopic(topicId)
  const [replyTo, setReplyTo] = createSignal<MessageView>()
  const [deeds, setDeeds] = createSignal<MessageView>()
  /** Fetched when it is first needed, and then it stays: closing gives the focus back. */
  const deedsNeeded = createMemo<boolean>((before) => before || deeds() !== undefined, false)
  const [settings, setSettings] = createSignal(false)
  const settingsNeeded = createMemo<boolean>((before) => before || settings(), false)
  const [fault, setFault] = createFault()
  const [atEnd, setAtEnd] = createSignal(true)
  const [below, setBelow] = createSignal(0)
  /** Fixed when the page opens: the line that says where one stopped does not move while one reads. */
  const [stopped, setStopped] = createSignal<{ n: number; count: number }>()
  usePageTitle(() => talk.topic()?.topic.title ?? words().title)
  const number = (n: number) => formatNumber(locale(), n)
  const messages = () => talk.topic()?.messages ?? []
  const doc = document.documentElement

  const toEnd = () => scrollTo({ top: doc.scrollHeight })
  const look = () => {
    const end = doc.scrollHeight - scrollY - innerHeight < NEAR
    setAtEnd(end)
    if (!end || document.visibilityState !== 'visible') return
    setBelow(0)
    const last = messages().at(-1)
    if (last && !talk.topic()?.newer) talk.saw(last.n)
  }
  const catchUp = () => {
    setBelow(0)
    toEnd()
    look()
  }
  addEventListener('scroll', look, { passive: true })
  document.addEventListener('visibilitychange', look)
  onCleanup(() => {
    removeEventListener('scroll', look)
    document.removeEventListener('visibilitychange', look)
  })

  let opened = false
  createEffect(
    on(
      () => messages().at(-1)?.n,
      (n, before) => {
        const topic = talk.topic()
        if (n === undefined || !topic) return
        if (!opened) {
          opened = true
          if (topic.firstUnread !== null) setStopped({ n: topic.firstUnread, count: topic.unread })
          requestAnimationFrame(() => {
            const mark = document.getElementById('unread')
            if (mark) mark.scrollIntoView({ block: 'center' })
            else toEnd()
            look()
          })
        } else if (before !== undefined && n > before) {
          const fresh = messages().filter((m) => m.n > before)
          const others = fresh.filter((m) => m.author?.id !== sync.key)
          // Whoever reads further up is not pulled away: the new ones wait behind a press.
          if (atEnd() || others.length < fresh.length) requestAnimationFrame(catchUp)
          else setBelow((count) => count + others.length)
          const last = others.at(-1)
          if (last) announce(`${last.author?.name ?? words().nobody}: ${last.body}`)
        }
      },
    ),
  )
  createEffect(
    on(
      () => talk.onTheWay().length,
      (count, before) => before !== undefined && count > before && requestAnimationFrame(toEnd),
    ),
  )

  const load = async (which: () => Promise<unknown>, keep: boolean) => {
    setFault()
    const [height, top] = [doc.scrollHeight, scrollY]
    try {
      await which()
      // What one reads stays where it is when older ones come in above it.
      if (keep) requestAnimationFrame(() => scrollTo({ top: top + doc.scrollHeight - height }))
    } catch (error) {
      setFault(error)
    }
  }

  /** A message further away than what is loaded is opened around. */
  async function toMessage(event: Event, n: number) {
    if (!messages().some((message) => message.n === n)) {
      event.preventDefault()
      await load(() => talk.around(n), false)
    }
    requestAnimationFrame(() => document.getElementById(`m${n}`)?.scrollIntoView({ block: 'center' }))
  }

  /** Another's message is answered by one press; where more can be done with it, a sheet says what. */
  const sheeted = (message: MessageView) =>
    talk.topic()?.may.moderate || talk.topic()?.may.resolve || message.author?.id === sync.key

  const room = () => inLocale(talk.topic()?.room.title ?? { kk: '', ru: '', en: '' }, locale())

  const typing = () => {
    const all = talk.typing()
    if (all.length === 0) return ''
    return all.length > 3 ? words().typingMany : words().typing(all.map(({ name }) => name).join(', '))
  }

  return (
    <Show when={!talk.ended()} fallback={<Empty text={words().ended} />}>
      <Show when={talk.topic()} fallback={<Loading>{shell().opening}</Loading>}>
        {(topic) => (
          <>
            <header class="head">
              <p>
                <a class="line small back" href={to(`/rooms/${roomId}`)} lang={room().lang}>
                  <Icon name="back" /> {room().text}
                </a>
              </p>
              <h1 class="voice">{topic().topic.title}</h1>
              <p class="facts">
                <span>{words().messages(number(topic().topic.messages))}</span>
                <Show when={talk.here() > 1}>
                  <span>{words().here(number(talk.here()))}</span>
                </Show>
                <Show when={topic().topic.resolvedAt !== null}>
                  <span class="tag">{words().resolved}</span>
                </Show>
                <Show when={topic().topic.closedAt !== null}>
                  <span class="tag">{words().closed}</span>
                </Show>
                <button type="button" class="btn bare" onClick={() => setSettings(true)}>
                  {words().settings}
                </button>
              </p>
              <Show when={topic().topic.answer}>
                {(answer) => (
                  <p class="source">
                    <b>{words().answer}</b>{' '}
                    <a href={`#m${answer().n}`} onClick={(event) => void toMessage(event, answer().n)}>
                      {answer().excerpt}
                    </a>{' '}
                    <span class="small">{answer().name ?? words().nobody}</span>
                  </p>
                )}
              </Show>
              <LineBand />
            </header>
            <div class="col">
              <Show when={fault()}>
                <Alert>{fault()}</Alert>
              </Show>
              <Show when={topic().older}>
                <Button wide onPress={() => void load(talk.older, true)}>
                  {words().older}
                </Button>
              </Show>
              <ol class={css.thread}>
                <For each={messages()}>
                  {(message, at) => (
                    <>
                      <Show when={isoDate(message.at) !== isoDate(messages()[at() - 1]?.at ?? 0)}>
                        <Day>{dayLabel(locale(), message.at, topic().now)}</Day>
                      </Show>
                      <Show when={stopped()?.n === message.n}>
                        <Day unread id="unread">
                          {words().fresh(number(stopped()?.count ?? 0))}
                        </Day>
                      </Show>
                      <Message
                        message={message}
                        mine={message.author?.id === sync.key}
                        deed={sheeted(message) ? words().deeds : words().reply}
                        onDeed={
                          topic().may.post || topic().may.moderate
                            ? () => (sheeted(message) ? setDeeds(message) : setReplyTo(message))
                            : undefined
                        }
                      />
                    </>
                  )}
                </For>
                <For each={talk.onTheWay()}>{(item) => <Waiting item={item} />}</For>
              </ol>
              <Show when={topic().newer}>
                <Button wide onPress={() => void load(talk.newer, false)}>
                  {words().newer}
                </Button>
              </Show>
              <Show when={talk.deedsOnTheWay().length}>
                <State kind="wait">{design().waiting}</State>
              </Show>
              <For each={talk.refusedDeeds()}>
                {(item) => (
                  <Alert>
                    {item.refusal ? refused(item.refusal) : ''}{' '}
                    <Button kind="bare" onPress={() => void sync.outbox.discard(item.id)}>
                      {shell().discard}
                    </Button>
                  </Alert>
                )}
              </For>
              <div class={css.foot}>
                <p class="small" aria-live="off">
                  {typing()}
                </p>
                <Show when={below() > 0}>
                  <Button onPress={catchUp}>{words().toFresh(number(below()))}</Button>
                </Show>
                <Show
                  when={topic().may.post}
                  fallback={<p class="small">{topic().room.archivedAt === null ? words().closed : words().archived}</p>}
                >
                  <Composer talk={talk} topicId={topicId} replyTo={replyTo()} onReplied={() => setReplyTo()} />
                </Show>
              </div>
            </div>
            <Show when={settingsNeeded()}>
              <Later
                load={topicDeeds}
                props={{
                  get open() {
                    return settings()
                  },
                  talk,
                  get opened() {
                    return topic()
                  },
                  onClose: () => setSettings(false),
                }}
              />
            </Show>
            <Show when={deedsNeeded()}>
              <Later
                load={messageDeeds}
                props={{
                  get message() {
                    return deeds()
                  },
                  talk,
                  get mine() {
                    return deeds()?.author?.id === sync.key
                  },
                  get may() {
                    return topic().may
                  },
                  onReply: (message) => {
                    setReplyTo(message)
                    setDeeds()
                  },
                  onClose: () => setDeeds(),
                }}
              />
            </Show>
          </>
        )}
      </Show>
    </Show>
  )
}
