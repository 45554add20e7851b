import { type Criterion, type Id, LIMITS, type MyReview, newId } from '@academy/contract'
import { Button, ButtonLink } from '@academy/design/Button'
import { Field } from '@academy/design/Field'
import { State } from '@academy/design/State'
import { Alert } from '@academy/design/words'
import { createSignal, For, onCleanup, Show } from 'solid-js'
import { to, useWords } from '../locale/locale.ts'
import { createFault } from '../shell/create-fault.ts'
import { hasIin } from '../shell/later-iins.ts'
import { toasts } from '../shell/toasts.ts'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import { createDraft, createOutbox } from '../sync/index.ts'
import { LANE } from './own-items.ts'
import { type Given, Rubric, whole } from './Rubric.tsx'

interface Written {
  scores: Given
  strong: string
  question: string
  next: string
}
const EMPTY: Written = { scores: {}, strong: '', question: '', next: '' }

/** A review one has taken: written also without a line, kept while it is written, sent once. */
export const ReviewForm = (props: { review: MyReview; onDone: () => void }) => {
  const sync = useSync()
  const words = useWords('reviews')
  const shell = useWords('shell')
  const design = useWords('design')
  const refused = useRefused()
  const { id } = props.review
  const key = `review:${id}`
  const [written, setWritten] = createDraft<Written>(sync, key, EMPTY)
  const [tried, setTried] = createSignal(false)
  const [fault, setFault] = createFault()
  const change = (part: Partial<Written>) => setWritten({ ...written(), ...part })
  const all = createOutbox(sync, LANE)
  const onWay = () => all().filter(({ path, input }) => path === 'practices.sendReview' && input.reviewId === id)
  onCleanup(
    sync.outbox.onDone((done) => {
      if (!onWay().some((item) => item.id === done)) return
      toasts.show({ text: words().sent })
      props.onDone()
    }),
  )

  async function send(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    const { strong, question, next } = written()
    const scores = whole(written().scores)
    if (!scores || !strong.trim() || !next.trim()) return
    await sync.outbox.put(
      'practices.sendReview',
      { reviewId: id, scores, strong, question, next },
      { lane: LANE, draft: key },
    )
    setWritten(EMPTY)
    setTried(false)
  }
  async function giveBack() {
    try {
      await sync.rpc.practices.giveBackReview.mutate({ id: newId(), reviewId: id as Id })
      toasts.show({ text: words().gaveBack })
      setWritten(EMPTY)
      props.onDone()
    } catch (error) {
      setFault(error)
    }
  }
  const text = (name: 'strong' | 'question' | 'next', needed: boolean) => ({
    hint: words().textHint,
    rows: 3,
    maxLength: LIMITS.reviewText,
    keys: design().letters,
    get value() {
      return written()[name]
    },
    onInput: (value: string) => change({ [name]: value }),
    get error() {
      if (hasIin(written()[name])) return shell().looksLikeIin
      return tried() && needed && !written()[name].trim() ? words().write : undefined
    },
  })

  return (
    <>
      <For each={onWay()}>
        {(item) => (
          <Show when={item.state === 'refused'} fallback={<State kind="wait">{words().onWay}</State>}>
            <State kind="no">{design().refused(refused(item.refusal ?? { code: 'fault' }))}</State>
            <p>
              <Button
                onPress={() => {
                  const { scores, strong, question, next } = item.input as unknown as Written
                  setWritten({ scores, strong, question, next })
                  void sync.outbox.discard(item.id)
                }}
              >
                {shell().again}
              </Button>
            </p>
          </Show>
        )}
      </For>
      <Show when={!onWay().length}>
        <form class="part" onSubmit={(event) => void send(event)} noValidate>
          <p>
            <ButtonLink href={to(`/practices/${props.review.practice.id}`)}>{words().read}</ButtonLink>
          </p>
          <Rubric
            name={id}
            given={written().scores}
            tried={tried()}
            onGive={(criterion: Criterion, points) => change({ scores: { ...written().scores, [criterion]: points } })}
          />
          <Field label={words().strong} {...text('strong', true)} />
          <Field label={words().optional} {...text('question', false)} />
          <Field label={words().next} {...text('next', true)} />
          <Show when={tried() && !whole(written().scores)}>
            <Alert>{words().choose}</Alert>
          </Show>
          <Show when={fault()}>
            <Alert>{fault()}</Alert>
          </Show>
          <Button kind="go" wide>
            {words().send}
          </Button>
          <p>
            <Button kind="bare" onPress={() => void giveBack()}>
              {words().giveBack}
            </Button>
          </p>
        </form>
      </Show>
    </>
  )
}
