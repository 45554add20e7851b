import { LIMITS, type LiveSessionView, liveState } from '@academy/contract'
import { Button, ButtonLink } from '@academy/design/Button'
import { Enter, List } from '@academy/design/List'
import { Empty } from '@academy/design/words'
import { formatDateTime } from '@academy/language/dates'
import { mayHostLive } from '@academy/policy'
import { createSignal, For, Show } from 'solid-js'
import { inLocale } from '../locale/in-locale.ts'
import { locale, to } from '../locale/locale.ts'
import { Answer } from '../shell/Answer.tsx'
import { createAskedPages } from '../shell/create-asked.ts'
import { firstKey } from '../shell/first-data.ts'
import { LineBand } from '../shell/LineBand.tsx'
import { actor, me } from '../shell/me.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { useSync } from '../shell/use-sync.ts'
import { NewSession } from './NewSession.tsx'
import { useHostWords } from './use-host-words.ts'

const INPUT = { limit: LIMITS.page.usual, cursor: null }

/** Sessions of one's places and those one joined; who may opens a new one here. */
export const SessionsPage = () => {
  const sync = useSync()
  const words = useHostWords()
  usePageTitle(() => words().title)
  const sessions = createAskedPages<LiveSessionView>(
    () => firstKey('live.sessions', INPUT),
    (cursor) => sync.rpc.live.sessions.query({ ...INPUT, cursor }),
  )
  const [opening, setOpening] = createSignal(false)
  const places = () => (me()?.roles ?? []).filter(({ role }) => role !== 'parent' && role !== 'programme-partner')
  const mayOpen = () => places().some(({ place }) => mayHostLive(actor(), [place.id]))

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
          <Answer of={sessions}>
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
                  <Button wide busy={sessions.busy()} onPress={() => void sessions.more()}>
                    {words().more}
                  </Button>
                </Show>
              </>
            )}
          </Answer>
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
            <NewSession places={places().map(({ place }) => place)} onMade={() => void sessions.again()} />
          </Show>
        </Show>
        <ButtonLink href={to('/join')} external wide>
          {words().join}
        </ButtonLink>
      </aside>
    </>
  )
}
