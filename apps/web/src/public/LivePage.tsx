import type { PublicView } from '@academy/contract'
import { type Id, type Locale, liveState, type QuestionView } from '@academy/contract'
import { Icon } from '@academy/design/Icon'
import { formatDateTime } from '@academy/language/dates'
import { formatNumber } from '@academy/language/numbers'
import { For, Show } from 'solid-js'
import { inLocale, WORDS } from './words.ts'

/** Reading, asking and supporting without script: each deed is a form, each news a refresh. */
export const LivePage = (props: { view: PublicView<'live'>; locale: Locale }) => {
  const { view, locale } = props
  const { opened } = view
  const { session } = opened
  const words = WORDS[locale].public
  const here = `/${locale}/live/${session.id}`
  const title = inLocale(session.title, locale)
  const state = liveState(session, opened.now)
  const supported = new Set<Id>(opened.supported)
  const number = (n: number) => formatNumber(locale, n)
  const said =
    state === 'before'
      ? words.liveBefore(formatDateTime(locale, session.opensAt))
      : state === 'open'
        ? words.liveOpen
        : words.liveClosed

  const Question = (inner: { of: QuestionView }) => {
    const question = inner.of
    const pressed = supported.has(question.id)
    const mayVote = opened.may.support && question.state !== 'answered'
    return (
      <li class="ask" id={question.id}>
        <div>
          <p class="voice prose">{question.body}</p>
          <p class="small">
            {question.author?.name ?? words.nameless}
            {mayVote ? '' : ` · ${words.votes(number(question.votes))}`}
          </p>
          <Show when={question.answer}>{(answer) => <p class="because prose">{answer().text}</p>}</Show>
        </div>
        <Show when={mayVote}>
          <form method="post" action={`${here}/support`}>
            <input type="hidden" name="id" value={view.newId()} />
            <input type="hidden" name="questionId" value={question.id} />
            <button type="submit" class="vote" name="on" value={pressed ? '0' : '1'} aria-pressed={pressed}>
              <b>{number(question.votes)}</b>
              {pressed ? words.supported : words.support}
            </button>
          </form>
        </Show>
      </li>
    )
  }

  return (
    <>
      <header class="head">
        <h1 lang={title.lang}>{title.text}</h1>
        <p class="facts">
          <span class={state === 'open' ? 'state' : 'state wait'}>
            <Icon name="air" />
            {said}
          </span>
        </p>
      </header>
      <div class="col">
        <Show when={opened.onAir}>
          {(question) => (
            <section class="onair">
              <p class="small">{words.onAir}</p>
              <p class="voice prose">{question().body}</p>
              <p class="small">{question().author?.name ?? words.nameless}</p>
            </section>
          )}
        </Show>
        <section class="part que">
          <h2>{words.queue(number(opened.counts.queue))}</h2>
          <Show when={opened.queue.items.length} fallback={<p class="small">{words.noQuestions}</p>}>
            <ul class="list">
              <For each={opened.queue.items}>{(question) => <Question of={question} />}</For>
            </ul>
          </Show>
          <p class="line">
            <a class="btn" href={`${here}?simple=1`}>
              {words.refresh}
            </a>
            <span class="small">{words.livePlain}</span>
          </p>
        </section>
        <Show when={view.answered.length}>
          <section class="part que">
            <h2>{words.answered(number(opened.counts.answered))}</h2>
            <ul class="list">
              <For each={view.answered}>{(question) => <Question of={question} />}</For>
            </ul>
          </section>
        </Show>
      </div>
      <aside class="mid">
        <Show when={opened.mine.length}>
          <section class="part own">
            <h2>{words.mine}</h2>
            <For each={opened.mine}>
              {(mine) => (
                <div>
                  <p class="prose">{mine.body}</p>
                  <p class={`state${mine.state === 'declined' ? ' no' : ''}`}>
                    {words.states[mine.state]}
                    {mine.reason ? `: ${mine.reason}` : ''}
                  </p>
                </div>
              )}
            </For>
          </section>
        </Show>
        <Show when={view.asked}>
          <p class="state" role="status">
            <Icon name="check" />
            {words.asked}
          </p>
        </Show>
        <Show when={view.error}>
          {(code) => (
            <p class="alert" role="alert">
              {WORDS[locale].errors[code()]}
            </p>
          )}
        </Show>
        <Show when={opened.may.ask}>
          <form class="part" method="post" action={`${here}/ask`}>
            <input type="hidden" name="id" value={view.newId()} />
            <div class="field">
              <label for="body">{words.yourQuestion}</label>
              <textarea id="body" name="body" rows="3" maxlength="500" required>
                {view.typed.body}
              </textarea>
            </div>
            <Show when={session.naming !== 'anonymous'}>
              <div class="field">
                <label for="guestName">{words.yourName}</label>
                <input
                  id="guestName"
                  name="guestName"
                  maxlength="80"
                  autocomplete="nickname"
                  value={view.typed.guestName}
                />
              </div>
            </Show>
            <Show when={session.naming === 'asker-chooses'}>
              <label class="tick">
                <input type="checkbox" name="anonymous" checked={view.typed.anonymous} />
                <span>{words.withoutName}</span>
              </label>
            </Show>
            <button type="submit" class="btn go wide">
              {words.ask}
            </button>
          </form>
        </Show>
      </aside>
    </>
  )
}
