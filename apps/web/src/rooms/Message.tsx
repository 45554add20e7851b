import { LIMITS, type MessageView } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Field } from '@academy/design/Field'
import { Msg } from '@academy/design/Msg'
import { State } from '@academy/design/State'
import { formatTime, relative } from '@academy/language/dates'
import { initials } from '@academy/language/initials'
import { createSignal, Show } from 'solid-js'
import { inLocale } from '../locale/in-locale.ts'
import { locale, useWords } from '../locale/locale.ts'
import { me } from '../shell/me.ts'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import type { OwnMessage } from './create-topic.ts'
import css from './topic.module.css'

const WELL_BEFORE = 10 * 60_000

export const Message = (props: {
  message: MessageView
  mine: boolean
  /** What its button says, and what it does. */
  deed: string
  onDeed?: (() => void) | undefined
}) => {
  const words = useWords('rooms')
  const members = useWords('members')
  const name = () => (props.mine ? words().you : (props.message.author?.name ?? words().nobody))
  const about = () => {
    const { author } = props.message
    if (!author || props.mine) return undefined
    return [author.role ? members().roles[author.role] : '', author.place ? inLocale(author.place, locale()).text : '']
      .filter(Boolean)
      .join(', ')
  }
  const late = () => {
    const { at, composedAt } = props.message
    return composedAt !== null && at - composedAt > WELL_BEFORE ? relative(locale(), composedAt, at) : null
  }
  return (
    <Msg
      id={`m${props.message.n}`}
      name={name()}
      about={about()}
      time={formatTime(props.message.at)}
      dateTime={new Date(props.message.at).toISOString()}
      mine={props.mine}
      initials={initials(props.message.author?.name ?? '')}
      lang={props.message.language ?? undefined}
    >
      <Show when={props.message.replyTo}>
        {(quote) => (
          <p class="source">
            <b>{quote().name ?? words().nobody}</b> {quote().excerpt ?? words().quoteGone}
          </p>
        )}
      </Show>
      <Show when={props.message.deleted} fallback={<p class="prose">{props.message.body}</p>}>
        {(deleted) => (
          <p class="small">
            {deleted().by === 'author' ? words().deletedByAuthor : words().deletedByModerator}
            {deleted().reason ? ` ${deleted().reason}` : ''}
          </p>
        )}
      </Show>
      <Show when={late() || props.message.editedAt}>
        <p class="small">
          {[late() ? words().writtenBefore(late() ?? '') : '', props.message.editedAt ? words().edited : '']
            .filter(Boolean)
            .join(' · ')}
        </p>
      </Show>
      <Show when={!props.message.deleted && props.onDeed}>
        {(press) => (
          <button
            type="button"
            class={`btn bare ${css.deeds}`}
            aria-label={`${props.deed}: ${name()}`}
            onClick={() => press()()}
          >
            {props.deed}
          </button>
        )}
      </Show>
    </Msg>
  )
}

/** One's own, not yet in the thread: waiting, just sent, or refused with its text at hand. */
export const Waiting = (props: { item: OwnMessage }) => {
  const sync = useSync()
  const words = useWords('rooms')
  const shell = useWords('shell')
  const design = useWords('design')
  const refused = useRefused()
  const [body, setBody] = createSignal(props.item.input.body ?? '')
  return (
    <Msg name={words().you} time={formatTime(props.item.composedAt)} mine initials={initials(me()?.name ?? '')}>
      <Show
        when={props.item.state === 'refused'}
        fallback={
          <>
            <p class="prose">{props.item.input.body}</p>
            <State kind={props.item.state === 'sent' ? 'sent' : 'wait'}>
              {props.item.state === 'sent' ? design().sent : design().waiting}
            </State>
          </>
        }
      >
        <State kind="no">{props.item.refusal ? refused(props.item.refusal) : shell().refused}</State>
        <Field label={words().message} rows={3} maxLength={LIMITS.message} value={body()} onInput={setBody} />
        <p class="line">
          <Button onPress={() => void sync.outbox.resend(props.item.id, { body: body() })}>{shell().editAgain}</Button>
          <Button kind="bare" onPress={() => void sync.outbox.discard(props.item.id)}>
            {shell().discard}
          </Button>
        </p>
      </Show>
    </Msg>
  )
}
