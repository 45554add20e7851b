import { type ExerciseView, newId } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { List } from '@academy/design/List'
import { Alert } from '@academy/design/words'
import { createSignal, For, Show } from 'solid-js'
import { useWords } from '../locale/locale.ts'
import { createFault } from '../shell/create-fault.ts'
import { useSync } from '../shell/use-sync.ts'
import { createDraft } from '../sync/index.ts'
import { type Given, Rubric, whole } from './Rubric.tsx'
import css from './reviews.module.css'

/** One's own points first, then an experienced teacher's beside them, with reasons. */
export const ReviewExercise = (props: { example: ExerciseView; onDone: () => void }) => {
  const sync = useSync()
  const words = useWords('reviews')
  const [given, setGiven] = createDraft<Given>(sync, 'review:example', NONE)
  const [tried, setTried] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [fault, setFault] = createFault()
  async function check(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    const scores = whole(given())
    if (!scores || busy()) return
    setBusy(true)
    try {
      await sync.rpc.practices.tryExercise.mutate({ id: newId(), scores })
      setFault()
      setTried(false)
      props.onDone()
    } catch (error) {
      setFault(error)
    }
    setBusy(false)
  }
  return (
    <section class="part">
      <h2>{words().exercise}</h2>
      <p>{words().exerciseWhy}</p>
      <article class="because">
        <h3 class="voice">{props.example.title}</h3>
        <p class={`prose ${css.example}`}>{props.example.text}</p>
      </article>
      <Show when={props.example.mine && !props.example.passed && props.example.reference}>
        {(reference) => (
          <>
            <p role="status">{words().notYet}</p>
            <List>
              <For each={reference()}>
                {({ criterion, points, why }) => (
                  <li class={css.review}>
                    <b>{words().criteria[criterion]}</b>
                    <p class="small">
                      {words().yours}: {words().points[props.example.mine?.[criterion] ?? 0]} · {words().reference}:{' '}
                      {words().points[points]}
                    </p>
                    <p class="prose">{why}</p>
                  </li>
                )}
              </For>
            </List>
          </>
        )}
      </Show>
      <form class="part" onSubmit={(event) => void check(event)} noValidate>
        <Rubric
          name="example"
          given={given()}
          tried={tried()}
          onGive={(criterion, points) => setGiven({ ...given(), [criterion]: points })}
        />
        <Show when={tried() && !whole(given())}>
          <Alert>{words().choose}</Alert>
        </Show>
        <Show when={fault()}>
          <Alert>{fault()}</Alert>
        </Show>
        <Button kind="go" wide busy={busy()}>
          {words().check}
        </Button>
      </form>
    </section>
  )
}

const NONE: Given = {}
