import { LIMITS, type LiveSessionView, liveState, type Page } from '@academy/contract'
import { Button, ButtonLink } from '@academy/design/Button'
import { Enter, List } from '@academy/design/List'
import { Alert, Empty, Loading } from '@academy/design/words'
import { formatDateTime } from '@academy/language/dates'
import { mayHostLive } from '@academy/policy'
import { createSignal, For, onMount, Show } from 'solid-js'
import { inLocale } from '../locale/in-locale.ts'
import { locale, to, useWords } from '../locale/locale.ts'
import { firstKey, takeFirst } from '../shell/first-data.ts'
import { LineBand } from '../shell/LineBand.tsx'
import { actor, me } from '../shell/me.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { useSync } from '../shell/use-sync.ts'
import { refusalOf } from '../sync/index.ts'
import { NewSession } from './NewSession.tsx'
import { useHostWords } from './use-host-words.ts'

const INPUT = { limit: LIMITS.page.usual, cursor: null }
type Sessions = Page<LiveSessionView>

/** Sessions of one's places and those one joined; who may opens a new one here. */
export const SessionsPage = () => {
  const sync = useSync()
  const words = useHostWords()
  const shell = useWords('shell')
  const errors = useWords('errors')
  usePageTitle(() => words().title)
  const [sessions, setSessions] = createSignal<Sessions | undefined>(
    takeFirst<Sessions>(firstKey('live.sessions', INPUT)),
  )
  const [fault, setFault] = createSignal('')
  const [opening, setOpening] = createSignal(false)
  const places = () => (me()?.roles ?? []).filter(({ role }) => role !== 'parent' && role !== 'programme-partner')
  const mayOpen = () => places().some(({ place }) => mayHostLive(actor(), [place.id]))

  async function load(cursor: string | null) {
    setFault('')
    try {
      const page = await sync.rpc.live.sessions.query({ ...INPUT, cursor })
      const all = cursor ? [...(sessions()?.items ?? []), ...page.items] : page.items
      setSessions({ items: all, next: page.next })
      void sync.cache.remember('live.sessions', { items: all, next: page.next })
    } catch (error) {
      if (!sessions()) setFault(errors()[refusalOf(error).code] as string)
    }
  }
  onMount(async () => {
    if (sessions()) return
    // What the phone remembers first: it is there also without a line.
    const kept = await sync.cache.recall<Sessions>('live.sessions')
    if (kept && !sessions()) setSessions(kept)
    await load(null)
  })

  const note = (session: LiveSessionView) =>
    `${words().state[liveState(session, Date.now())]} · ${formatDateTime(locale(), session.startsAt)} · ${inLocale(session.place, locale()).text}`

  return (
    <>
      <header class="head">
        <h1>{words().title}</h1>
        <LineBand />
      </header>
      <div class="col">
        <section class="part">
          <Show when={fault()}>
            <Alert>{fault()}</Alert>
            <Button onPress={() => void load(null)}>{shell().again}</Button>
          </Show>
          <Show when={sessions()} fallback={<Show when={!fault()}>{<Loading>{shell().opening}</Loading>}</Show>}>
            {(page) => (
              <>
                <Show when={!page().items.length}>
                  <Empty text={words().none} />
                </Show>
                <List>
                  <For each={page().items}>
                    {(session) => (
                      <Enter
                        external
                        href={to(`/live/${session.id}`)}
                        title={inLocale(session.title, locale()).text}
                        lang={inLocale(session.title, locale()).lang}
                        note={note(session)}
                      />
                    )}
                  </For>
                </List>
                <Show when={page().next}>
                  {(next) => (
                    <Button wide onPress={() => void load(next())}>
                      {words().more}
                    </Button>
                  )}
                </Show>
              </>
            )}
          </Show>
        </section>
      </div>
      <aside>
        <Show when={mayOpen()}>
          <Show
            when={opening()}
            fallback={
              <Button kind="go" wide onPress={() => setOpening(true)}>
                {words().create}
              </Button>
            }
          >
            <NewSession places={places().map(({ place }) => place)} onMade={() => void load(null)} />
          </Show>
        </Show>
        <ButtonLink href={to('/join')} external wide>
          {words().join}
        </ButtonLink>
      </aside>
    </>
  )
}
