import { type Id, newId, type PracticeReviews, type ReviewView } from '@academy/contract'
import { Button, ButtonLink } from '@academy/design/Button'
import { Alert } from '@academy/design/words'
import { formatDay } from '@academy/language/dates'
import { formatNumber } from '@academy/language/numbers'
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { locale, to, useWords } from '../locale/locale.ts'
import { Answer } from '../shell/Answer.tsx'
import { createAsked } from '../shell/create-asked.ts'
import { createFault } from '../shell/create-fault.ts'
import { toasts } from '../shell/toasts.ts'
import { useSync } from '../shell/use-sync.ts'
import { placeOf } from './practice-words.ts'
import { Points, ReviewWords } from './Rubric.tsx'
import css from './reviews.module.css'

/** Two schools see what one does not, and a village has no more time. */
const WANTED = 2

/** What peers of other schools say of a practice, as far as the reader may see it. */
export const Reviews = (props: { practiceId: Id }) => {
  const sync = useSync()
  const words = useWords('reviews')
  // What is between two people is not kept on a phone that others may hold.
  const asked = createAsked<PracticeReviews>(
    createMemo(() => `practices.reviews ${props.practiceId}`),
    () => sync.rpc.practices.reviews.query({ practiceId: props.practiceId }),
    { keep: false },
  )
  const [busy, setBusy] = createSignal(false)
  const [fault, setFault] = createFault()

  /** Done at once or not at all: whoever presses must know what became of it. */
  async function press(work: () => Promise<unknown>, done: string) {
    if (busy()) return
    setBusy(true)
    try {
      await work()
      setFault()
      toasts.show({ text: done })
    } catch (error) {
      setFault(error)
    }
    setBusy(false)
    void asked.again()
  }
  const ask = () =>
    press(
      () => sync.rpc.practices.askReviews.mutate({ id: newId(), practiceId: props.practiceId, wanted: WANTED }),
      words().asked,
    )
  const stop = (roundId: Id) =>
    press(() => sync.rpc.practices.stopReviews.mutate({ id: newId(), roundId }), words().stopped)
  const open = (reviewId: Id) =>
    press(() => sync.rpc.practices.releaseReview.mutate({ id: newId(), reviewId }), words().opened)

  return (
    <section class="part">
      <h2>{words().title}</h2>
      <Answer of={asked}>
        {(it) => (
          <>
            <Show when={it().mark}>
              {(mark) => <p class="small">{words().mark(formatNumber(locale(), mark().schools), mark().version)}</p>}
            </Show>
            <For each={it().reviews}>
              {(review) => (
                <Review review={review}>
                  <Show when={it().may.release && !review.releasedAt}>
                    <p class="small">{words().openWhy}</p>
                    <p>
                      <Button busy={busy()} onPress={() => void open(review.id)}>
                        {words().open}
                      </Button>
                    </p>
                  </Show>
                </Review>
              )}
            </For>
            <Show when={it().round}>
              {(round) => (
                <p class="line">
                  <span>{words().waiting(round().taken, round().wanted)}</span>
                  <Button kind="bare" busy={busy()} onPress={() => void stop(round().id)}>
                    {words().stop}
                  </Button>
                </p>
              )}
            </Show>
            <Show when={it().may.ask}>
              <p class="small">{words().askWhy}</p>
              <p>
                <Button busy={busy()} onPress={() => void ask()}>
                  {words().ask}
                </Button>
              </p>
            </Show>
            <Show when={it().may.take}>
              <p>
                <ButtonLink href={to('/reviews')}>{words().toQueue}</ButtonLink>
              </p>
            </Show>
            <Show when={!it().mark && !it().round && !it().may.ask}>
              <p class="small">{words().none}</p>
            </Show>
          </>
        )}
      </Answer>
      <Show when={fault()}>
        <Alert>{fault()}</Alert>
      </Show>
    </section>
  )
}

const Review = (props: { review: ReviewView; children: JSX.Element }) => {
  const words = useWords('reviews')
  const practices = useWords('practices')
  const by = () =>
    [
      props.review.reviewer ?? words().someone,
      props.review.place && placeOf(practices(), props.review.place),
      formatDay(locale(), props.review.sentAt),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <article class={css.review}>
      <p class="small">{by()}</p>
      <ReviewWords {...props.review} />
      <Points scores={props.review.scores} />
      {props.children}
    </article>
  )
}
