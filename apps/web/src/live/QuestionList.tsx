import type { QuestionView } from '@academy/contract'
import { VoteButton } from '@academy/design/VoteButton'
import { formatTime } from '@academy/language/clock'
import { formatNumber } from '@academy/language/numbers'
import { Show } from 'solid-js'
import { locale, useWords } from '../locale/locale.ts'
import { laterDates } from '../shell/later-dates.ts'
import type { Live } from './create-live.ts'

/** Shown as "written 2 h earlier" only where it was written well before it arrived. */
const WELL_BEFORE = 10 * 60_000

export const Asker = (props: { question: QuestionView }) => {
  const words = useWords('live')
  const late = () => {
    const { at, composedAt } = props.question
    return composedAt !== null && at - composedAt > WELL_BEFORE
      ? laterDates()?.relative(locale(), composedAt, at)
      : null
  }
  return (
    <p class="small">
      {props.question.author?.name ?? words().nameless}
      <Show when={props.question.author?.role === 'guest'}>{` · ${words().guest}`}</Show>
      {` · ${formatTime(props.question.at)}`}
      <Show when={late()}>{(when) => ` · ${words().writtenBefore(when())}`}</Show>
      <Show when={props.question.edited}>{` · ${words().edited}`}</Show>
    </p>
  )
}

/** The only dark block on a light page: what is being answered. */
export const OnAir = (props: { question: QuestionView }) => {
  const words = useWords('live')
  return (
    <div class="onair">
      <p class="small">{words().onAirNow}</p>
      <p class="voice prose">{props.question.body}</p>
      <p class="small">
        {props.question.author?.name ?? words().nameless}
        {` · ${words().supports(formatNumber(locale(), props.question.votes))}`}
      </p>
      <Show when={props.question.answer}>{(answer) => <p class="prose">{answer().text}</p>}</Show>
    </div>
  )
}

export const QuestionRow = (props: { question: QuestionView; live: Live }) => {
  const words = useWords('live')
  const { live } = props
  const pressed = () => live.isSupported(props.question.id)
  return (
    <li class="ask" id={props.question.id}>
      <div>
        <p class="voice prose">{props.question.body}</p>
        <Asker question={props.question} />
        <Show when={props.question.answer}>{(answer) => <p class="because prose">{answer().text}</p>}</Show>
      </div>
      <Show when={props.question.state === 'queued'}>
        <VoteButton
          count={live.votesOf(props.question)}
          pressed={pressed()}
          label={pressed() ? words().supported : words().support}
          about={props.question.body}
          disabled={!live.opened()?.may.support || live.state() !== 'open'}
          onPress={() => void live.support(props.question.id, !pressed())}
        />
      </Show>
    </li>
  )
}
