import { AcademyError, type EchoPage, type EchoView } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { List } from '@academy/design/List'
import { dayLabel } from '@academy/language/dates'
import { createMemo, For, onCleanup, onMount, Show } from 'solid-js'
import { locale, to, useWords } from '../locale/locale.ts'
import { usePlaceName } from '../places/use-place-name.ts'
import { createAskedPages } from '../shell/create-asked.ts'
import { firstKey } from '../shell/first-data.ts'
import { useSync } from '../shell/use-sync.ts'
import { createOutbox } from '../sync/index.ts'
import { langOf } from './practice-words.ts'

const LANE = 'echoes'
/** On the first page; of all of it, so many at a time. */
const FEW = 3
const SOME = 5
/** News of one's own stream that may be of one of these. */
const OF_PRACTICES = /^(trial|practice|review)\./
const SOON = 300

/**
 * What came of one's practices: on the first page what one has not seen yet, until one says so; with `whole` all of it. Shows nothing
 * where there is nothing, for it is only good to know. What comes meanwhile is there at once: one's own stream says that something did.
 */
export const Echoes = (props: { whole?: boolean }) => {
  const sync = useSync()
  const words = useWords('trials')
  const input = () => ({ locale: locale(), ...(props.whole ? { limit: SOME } : { unseen: true, limit: FEW }) })
  const asked = createAskedPages<EchoView>(
    createMemo(() => firstKey('practices.echoes', input())),
    (cursor) => sync.rpc.practices.echoes.query({ ...input(), cursor }),
  )
  const items = createOutbox(sync, LANE)
  let loaded = false
  onMount(() =>
    onCleanup(
      sync.follow<{ seq: number }>(`member:${sync.key}`, {
        // What the list was read at: nothing is asked for twice, but where that is too old to go on from.
        load: async () => {
          if (loaded || !asked.value()) await asked.again()
          loaded = true
          const page = asked.value() as Partial<EchoPage> | undefined
          if (!page) throw new AcademyError('client/offline')
          return { seq: page.seq ?? 0 }
        },
        reset: () => {},
        apply: ({ kind }) => void (OF_PRACTICES.test(kind) && hear()),
      }),
    ),
  )
  let heard: ReturnType<typeof setTimeout> | undefined
  /** Several at once are one question. */
  function hear(): void {
    heard ??= setTimeout(() => {
      heard = undefined
      void asked.again()
    }, SOON)
  }
  onCleanup(() => clearTimeout(heard))
  /** Said here, and perhaps not known to the server yet. */
  const seenUpTo = () => Math.max(0, ...items().map((item) => Number(item.input.upTo)))
  onCleanup(sync.outbox.onDone((id) => items().some((item) => item.id === id) && void asked.again()))
  const shown = () => (asked.value()?.items ?? []).filter(({ at }) => props.whole || at > seenUpTo())
  const more = () => asked.value()?.next
  const see = () =>
    sync.outbox.put('practices.seeEchoes', { upTo: Math.max(...shown().map(({ at }) => at)) }, { lane: LANE })

  return (
    <Show when={shown().length}>
      <section class="part">
        <h2>{words().echoes}</h2>
        <List label={words().echoes}>
          <For each={shown()}>{(echo) => <Echo echo={echo} />}</For>
        </List>
        <Show
          when={props.whole}
          fallback={
            <p class="line">
              <Button onPress={() => void see()}>{words().seen}</Button>
              <Show when={more()}>
                <a class="btn bare" href={to('/me')}>
                  {words().allEchoes}
                </a>
              </Show>
            </p>
          }
        >
          <Show when={more()}>
            <Button wide busy={asked.busy()} onPress={() => void asked.more()}>
              {words().more}
            </Button>
          </Show>
        </Show>
      </section>
    </Show>
  )
}

const Echo = (props: { echo: EchoView }) => {
  const words = useWords('trials')
  const placeName = usePlaceName()
  /** What it leads to: the adaptation where there is one. */
  const about = () => props.echo.adaptation ?? props.echo.practice
  const from = () =>
    [props.echo.by, props.echo.place && placeName(props.echo.place), dayLabel(locale(), props.echo.at, Date.now())]
      .filter(Boolean)
      .join(' · ')
  return (
    <li class="practice">
      <p>{words().echoOf[props.echo.kind]}</p>
      <h3>
        <a class="voice" href={to(`/practices/${about().id}`)} lang={langOf(about().language)}>
          {about().title}
        </a>
      </h3>
      <Show when={props.echo.adaptation}>
        <p class="small">
          {words().echoFrom}{' '}
          <a href={to(`/practices/${props.echo.practice.id}`)} lang={langOf(props.echo.practice.language)}>
            {props.echo.practice.title}
          </a>
        </p>
      </Show>
      <p class="small">{from()}</p>
    </li>
  )
}
