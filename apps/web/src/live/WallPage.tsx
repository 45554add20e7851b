import {
  type DeskQuestionView,
  deskStream,
  type LiveSessionView,
  newId,
  type Tallies,
  type WallOpened,
} from '@academy/contract'
import { Empty, Loading } from '@academy/design/words'
import { formatNumber } from '@academy/language/numbers'
import { onCleanup, Show } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import { inLocale } from '../locale/in-locale.ts'
import { locale, useWords } from '../locale/locale.ts'
import { firstKey, takeFirst } from '../shell/first-data.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { useParams } from '../shell/router.ts'
import { useSync } from '../shell/use-sync.ts'
import { useHostWords } from './use-host-words.ts'
import css from './wall.module.css'

const sizeOf = (body: string) => (body.length < 110 ? undefined : body.length < 200 ? css.long : css.longer)

/** What the projector shows: the question on air, the next one, and how to come in. */
export const WallPage = () => {
  const { id: sessionId = '' } = useParams()
  const sync = useSync()
  const words = useHostWords()
  const shell = useWords('shell')
  const [shown, set] = createStore<{ wall: WallOpened | null; ended: boolean }>({ wall: null, ended: false })
  const load = () => sync.rpc.live.wall.query({ sessionId })
  const came = takeFirst<WallOpened>(firstKey('live.wall', { sessionId }))
  const title = () =>
    shown.wall ? inLocale(shown.wall.session.title, locale()) : { text: words().wall, lang: locale() }
  usePageTitle(() => title().text)

  let later: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(later))
  onCleanup(
    sync.follow<WallOpened, DeskQuestionView | { session: LiveSessionView; code: WallOpened['code'] }>(
      deskStream(sessionId),
      {
        load,
        reset: (wall) => set('wall', reconcile(wall)),
        ...(came ? { first: came } : {}),
        // What comes next depends on the whole queue: the wall asks for its few rows again, at most twice a second.
        apply() {
          later ??= setTimeout(() => {
            later = undefined
            void load().then(
              (wall) => set('wall', reconcile(wall)),
              () => {},
            )
          }, 500)
        },
        gauge(name, value) {
          if (name === 'here') set('wall', (w) => w && { ...w, counts: { ...w.counts, here: value as number } })
          if (name !== 'tallies') return
          const votes = value as Tallies
          set('wall', (w) => {
            if (!w) return w
            const count = <Q extends WallOpened['onAir']>(q: Q): Q =>
              q && q.id in votes ? { ...q, votes: votes[q.id] } : q
            return {
              ...w,
              onAir: count(w.onAir),
              next: w.next.map(count).sort((a, b) => b.votes - a.votes || a.at - b.at),
            }
          })
        },
        ended: () => set('ended', true),
      },
    ),
  )

  const show = () => void sync.rpc.live.showCode.mutate({ id: newId(), sessionId, on: true }).catch(() => {})
  // The digits are good only while they are shown.
  const renew = setInterval(() => document.visibilityState === 'visible' && shown.wall?.code && show(), 60_000)
  onCleanup(() => clearInterval(renew))

  const number = (n: number) => formatNumber(locale(), n)
  return (
    <Show when={!shown.ended} fallback={<Empty text={shell().notFoundWhy} />}>
      <Show when={shown.wall} fallback={<Loading>{shell().opening}</Loading>}>
        {(wall) => (
          <div class={css.wall}>
            <header>
              <h1 lang={title().lang}>{title().text}</h1>
              <span>{words().here(number(wall().counts.here))}</span>
              <span>{words().queue(number(wall().counts.queue))}</span>
            </header>
            <section class={css.now} aria-live="polite">
              <Show when={wall().onAir} fallback={<p class="voice">{words().wallEmpty}</p>}>
                {(question) => (
                  <>
                    <p class={css.label}>{words().onAirNow}</p>
                    <p class={`voice prose ${sizeOf(question().body) ?? ''}`}>{question().body}</p>
                    <p>{words().supports(number(question().votes))}</p>
                  </>
                )}
              </Show>
            </section>
            <section class={css.next}>
              <Show when={wall().next[0]}>
                {(question) => (
                  <>
                    <p class={css.label}>{words().nextUp}</p>
                    <p class="voice prose">{question().body}</p>
                  </>
                )}
              </Show>
            </section>
            <section class={css.join}>
              <img src={`data:image/svg+xml,${encodeURIComponent(wall().qr)}`} alt={words().scan} />
              <div>
                <p>{words().scan}</p>
                <Show
                  when={wall().code}
                  fallback={
                    <button type="button" class="btn" onClick={show}>
                      {words().showCode}
                    </button>
                  }
                >
                  {(code) => (
                    <>
                      <p>{words().orCode}</p>
                      <p class={css.code}>{`${code().digits.slice(0, 3)} ${code().digits.slice(3)}`}</p>
                    </>
                  )}
                </Show>
              </div>
            </section>
          </div>
        )}
      </Show>
    </Show>
  )
}
