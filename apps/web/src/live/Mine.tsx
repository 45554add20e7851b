import { type Id, LIMITS, type MyQuestionView } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Field } from '@academy/design/Field'
import { State, type StateKind } from '@academy/design/State'
import { createSignal, For, Show } from 'solid-js'
import { errorWord, useWords } from '../locale/locale.ts'
import { useSync } from '../shell/use-sync.ts'
import type { Live, OwnItem } from './create-live.ts'

/** Whoever asked much still has the next question and the queue at hand: the newest are shown, the rest by a press. */
const FIRST = 2

/** One's own questions: on their way first, then what became of the others. */
export const Mine = (props: { live: Live }) => {
  const words = useWords('mine')
  const live = useWords('live')
  const kept = () => props.live.opened()?.mine ?? []
  const known = () => new Set<Id>(kept().map((q) => q.id))
  const onTheWay = () => props.live.asking().filter((item) => !known().has(item.id))
  const [all, setAll] = createSignal(false)
  const shown = () => (all() ? kept() : kept().slice(0, FIRST))
  return (
    <section class="part own" aria-live="polite">
      <h2>{words().yours}</h2>
      <For each={onTheWay()}>{(item) => <OnItsWay item={item} />}</For>
      <For each={props.live.refusedPresses()}>{(item) => <RefusedPress item={item} />}</For>
      <For each={shown()}>{(question) => <Kept question={question} />}</For>
      <Show when={kept().length > shown().length}>
        <p>
          <Button kind="bare" onPress={() => setAll(true)}>
            {live().more}
          </Button>
        </p>
      </Show>
    </section>
  )
}

const KINDS: Partial<Record<MyQuestionView['state'], StateKind>> = { review: 'wait', declined: 'no', away: 'no' }

const Kept = (props: { question: MyQuestionView }) => {
  const words = useWords('mine')
  return (
    <div class="one">
      <p class="prose">{props.question.body}</p>
      <Show when={props.question.original}>
        {(original) => (
          <p class="small">
            {words().yourOriginal}: {original()}
          </p>
        )}
      </Show>
      <State
        kind={KINDS[props.question.state] ?? 'sent'}
        icon={props.question.state === 'merged' ? 'merge' : undefined}
      >
        {words().states[props.question.state]}
      </State>
      <Show when={props.question.reason}>
        {(reason) => (
          <p class="small">
            {words().reason}: {reason()}
          </p>
        )}
      </Show>
      <Show when={props.question.mergedInto}>{(into) => <p class="small">{words().mergedWith(into().body)}</p>}</Show>
      <Show when={props.question.answer}>{(answer) => <p class="because prose">{answer().text}</p>}</Show>
    </div>
  )
}

/** What was typed stays in reach until the server has it: it can be edited and sent again, or deliberately discarded. */
const OnItsWay = (props: { item: OwnItem }) => {
  const words = useWords('live')
  const shell = useWords('shell')
  const design = useWords('design')
  const sync = useSync()
  const [body, setBody] = createSignal(props.item.input.body ?? '')
  const refused = () => props.item.state === 'refused'
  return (
    <div class="one">
      <Show
        when={refused()}
        fallback={
          <>
            <p class="prose">{props.item.input.body}</p>
            <State kind={props.item.state === 'sent' ? 'sent' : 'wait'}>
              {props.item.state === 'sent' ? design().sent : design().waiting}
            </State>
          </>
        }
      >
        <State kind="no">
          {shell().refused}
          {props.item.refusal ? `: ${errorWord(props.item.refusal.code)}` : ''}
        </State>
        <Field label={words().question} rows={3} maxLength={LIMITS.question} value={body()} onInput={setBody} />
        <p class="line">
          <Button onPress={() => void sync.outbox.resend(props.item.id, { body: body() })}>{shell().editAgain}</Button>
          <Button kind="bare" onPress={() => void sync.outbox.discard(props.item.id)}>
            {shell().discard}
          </Button>
        </p>
      </Show>
    </div>
  )
}

const RefusedPress = (props: { item: OwnItem }) => {
  const sync = useSync()
  const words = useWords('live')
  const shell = useWords('shell')
  return (
    <div class="one">
      <State kind="no">
        {words().support}: {errorWord(props.item.refusal?.code ?? 'fault')}
      </State>
      <Button kind="bare" onPress={() => void sync.outbox.discard(props.item.id)}>
        {shell().discard}
      </Button>
    </div>
  )
}
