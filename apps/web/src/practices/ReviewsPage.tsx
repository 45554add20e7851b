import { type ExerciseView, type Id, type MyReview, newId, type ReviewWanted } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { List } from '@academy/design/List'
import { Alert, Empty } from '@academy/design/words'
import { mayReviewSomewhere } from '@academy/policy'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { locale, to, useWords } from '../locale/locale.ts'
import { Answer } from '../shell/Answer.tsx'
import { createAsked, createAskedPages } from '../shell/create-asked.ts'
import { createFault } from '../shell/create-fault.ts'
import { ForMember } from '../shell/ForMember.tsx'
import { firstKey } from '../shell/first-data.ts'
import { Later } from '../shell/Later.tsx'
import { LineBand } from '../shell/LineBand.tsx'
import { actor } from '../shell/me.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { toasts } from '../shell/toasts.ts'
import { useSync } from '../shell/use-sync.ts'
import { langOf, metaOf } from './practice-words.ts'
import { Points, ReviewWords } from './Rubric.tsx'
import css from './reviews.module.css'

/** Once for each, and only where something was taken. */
const exercisePart = () => import('./ReviewExercise.tsx').then((module) => module.ReviewExercise)
const formPart = () => import('./ReviewForm.tsx').then((module) => module.ReviewForm)

/** A peer's work: first the example, then what one has taken, then what waits. */
export const ReviewsPage = () => {
  const words = useWords('reviews')
  usePageTitle(() => words().toQueue)
  return (
    <>
      <header class="head">
        <h1>{words().toQueue}</h1>
        <LineBand />
      </header>
      <div class="col">
        <ForMember>
          {() => (
            <Show when={mayReviewSomewhere(actor())} fallback={<Empty text={words().mayNot} />}>
              <Work />
            </Show>
          )}
        </ForMember>
      </div>
    </>
  )
}

const Work = () => {
  const sync = useSync()
  const words = useWords('reviews')
  const exercise = createAsked<ExerciseView>(
    createMemo(() => firstKey('practices.reviewExercise', { locale: locale() })),
    () => sync.rpc.practices.reviewExercise.query({ locale: locale() }),
  )
  const mine = createAskedPages<MyReview>(
    createMemo(() => firstKey('practices.myReviews', { locale: locale() })),
    (cursor) => sync.rpc.practices.myReviews.query({ locale: locale(), cursor }),
  )
  const queue = createAskedPages<ReviewWanted>(
    createMemo(() => firstKey('practices.reviewQueue', { locale: locale() })),
    (cursor) => sync.rpc.practices.reviewQueue.query({ locale: locale(), cursor }),
  )
  const all = () => {
    void mine.again()
    void queue.again()
  }
  const toWrite = () => (mine.value()?.items ?? []).filter(({ sentAt }) => sentAt === null)
  const sent = () => (mine.value()?.items ?? []).filter(({ sentAt }) => sentAt !== null)
  return (
    <Answer of={exercise}>
      {(example) => (
        <>
          <Show when={!example().passed}>
            <Later
              load={exercisePart}
              props={{
                get example() {
                  return example()
                },
                onDone: () => void exercise.again(),
              }}
            />
          </Show>
          <Show when={example().passed}>
            <Show when={toWrite().length}>
              <section class="part">
                <h2>{words().mine}</h2>
                <For each={toWrite().map(({ id }) => id)}>
                  {(id) => (
                    <Show when={toWrite().find((review) => review.id === id)}>
                      {(review) => (
                        <article class={css.review}>
                          <Titled review={review()} />
                          <Later load={formPart} props={{ review: review(), onDone: all }} />
                        </article>
                      )}
                    </Show>
                  )}
                </For>
              </section>
            </Show>
            <section class="part">
              <h2>{words().queue}</h2>
              <p class="small">{words().lead}</p>
              <Answer of={queue}>
                {(page) => (
                  <Show when={page().items.length} fallback={<Empty text={words().queueNone} />}>
                    <List>
                      <For each={page().items}>{(wanted) => <Waiting wanted={wanted} onTaken={all} />}</For>
                    </List>
                    <Show when={page().next}>
                      <Button wide busy={queue.busy()} onPress={() => void queue.more()}>
                        {words().more}
                      </Button>
                    </Show>
                  </Show>
                )}
              </Answer>
            </section>
            <Show when={sent().length}>
              <section class="part">
                <h2>{words().sentList}</h2>
                <For each={sent()}>
                  {(review) => (
                    <article class={css.review}>
                      <Titled review={review} />
                      <Show when={review.words}>
                        {(said) => (
                          <details>
                            <summary>{words().title}</summary>
                            <div class="part">
                              <ReviewWords {...said()} />
                              <Points scores={said().scores} />
                            </div>
                          </details>
                        )}
                      </Show>
                      <Show when={review.releasedAt}>
                        <p class="small">{words().isOpen}</p>
                      </Show>
                    </article>
                  )}
                </For>
              </section>
            </Show>
          </Show>
        </>
      )}
    </Answer>
  )
}

const Titled = (props: { review: Pick<MyReview, 'practice'> }) => {
  const words = useWords('practices')
  return (
    <>
      <h3>
        <a
          class="voice"
          href={to(`/practices/${props.review.practice.id}`)}
          lang={langOf(props.review.practice.language)}
        >
          {props.review.practice.title}
        </a>
      </h3>
      <p class="small">{metaOf(words(), props.review.practice)}</p>
    </>
  )
}

const Waiting = (props: { wanted: ReviewWanted; onTaken: () => void }) => {
  const sync = useSync()
  const words = useWords('reviews')
  const [busy, setBusy] = createSignal(false)
  const [fault, setFault] = createFault()
  // Pressed again after the line was cut it is the same taking.
  const id: Id = newId()
  async function take() {
    setBusy(true)
    try {
      await sync.rpc.practices.takeReview.mutate({ id, roundId: props.wanted.roundId })
      toasts.show({ text: words().taken })
      props.onTaken()
    } catch (error) {
      setFault(error)
      setBusy(false)
    }
  }
  return (
    <li class="practice">
      <Titled review={props.wanted} />
      <p class="small">{words().free(props.wanted.free)}</p>
      <p>
        <Button busy={busy()} onPress={() => void take()}>
          {words().take}
        </Button>
      </p>
      <Show when={fault()}>
        <Alert>{fault()}</Alert>
      </Show>
    </li>
  )
}
