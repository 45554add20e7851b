import type { DeskQuestionView, Id } from '@academy/contract'
import '@academy/design/onair.css'
import { Button } from '@academy/design/Button'
import { Icon } from '@academy/design/Icon'
import { State } from '@academy/design/State'
import { Empty, Loading } from '@academy/design/words'
import { formatNumber } from '@academy/language/numbers'
import { createMemo, createSignal, For, onCleanup, Show } from 'solid-js'
import { inLocale } from '../locale/in-locale.ts'
import { locale, to, useWords } from '../locale/locale.ts'
import { Later } from '../shell/Later.tsx'
import { LineBand } from '../shell/LineBand.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { useParams } from '../shell/router.ts'
import { toasts } from '../shell/toasts.ts'
import { createDesk } from './create-desk.ts'
import type { DeskDeed } from './DeskSheet.tsx'
import css from './desk.module.css'
import { Asker } from './QuestionList.tsx'
import { useHostWords } from './use-host-words.ts'

const deskSheet = () => import('./DeskSheet.tsx').then((module) => module.DeskSheet)

/** Three stages side by side: checking, queue, on air and answered. Everything by key, everything by press. */
export const DeskPage = () => {
  const { id = '' } = useParams()
  const words = useHostWords()
  const shell = useWords('shell')
  const design = useWords('design')
  const errors = useWords('errors')
  const desk = createDesk(id)
  const [chosen, setChosen] = createSignal<Id>()
  const [sheet, setSheet] = createSignal<DeskDeed>()
  /** The sheet is fetched when it is first needed, and stays: closing gives the focus back. */
  const sheetNeeded = createMemo<boolean>((before) => before || sheet() !== undefined, false)
  const number = (n: number) => formatNumber(locale(), n)
  const title = () => {
    const session = desk.desk()?.session
    return session ? inLocale(session.title, locale()) : { text: words().desk, lang: locale() }
  }
  usePageTitle(() => `${words().desk}: ${title().text}`)

  const rows = () => [...(desk.desk()?.review ?? []), ...(desk.desk()?.queue ?? [])]
  const current = () => rows().find((q) => q.id === chosen())
  const step = (by: number) => {
    const all = rows()
    const at = all.findIndex((q) => q.id === chosen())
    const next = all[(at + by + all.length) % all.length] ?? all[0]
    setChosen(next?.id)
    document.getElementById(next?.id ?? '')?.scrollIntoView({ block: 'nearest' })
  }
  const withUndo = (text: string, question: DeskQuestionView) =>
    toasts.show({ text, action: { label: words().undo, run: () => void desk.restore(question.id) } })
  let last: DeskQuestionView | undefined
  const putAway = (question: DeskQuestionView) => {
    last = question
    void desk.putAway(question.id)
    withUndo(words().states.away, question)
  }

  const deeds: Record<string, (question: DeskQuestionView) => void> = {
    a: (q) => q.state === 'review' && void desk.approve(q.id),
    m: (question) => setSheet({ kind: 'merge', question }),
    h: putAway,
    d: (question) => setSheet({ kind: 'decline', question }),
    e: (question) => setSheet({ kind: 'edit', question }),
    Enter: (q) => void desk.air(q.id),
  }
  const onKey = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input, textarea, select, dialog')) return
    const question = current()
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      return step(event.key === 'ArrowDown' ? 1 : -1)
    }
    if (target.closest('button, a') && (event.key === 'Enter' || event.key === ' ')) return
    const onAir = desk.desk()?.onAir
    if (event.key === ' ' && onAir) {
      event.preventDefault()
      void desk.answered(onAir.id)
    } else if (event.key === 'w') window.open(to(`/live/${id}/wall`), '_blank', 'noopener')
    else if (event.key === 'z' && last) void desk.restore(last.id)
    else if (question) deeds[event.key]?.(question)
  }
  addEventListener('keydown', onKey)
  onCleanup(() => removeEventListener('keydown', onKey))

  // The digits are good only while they are shown: the desk says so again well within their three minutes.
  const renew = setInterval(() => {
    if (desk.desk()?.code && document.visibilityState === 'visible') void desk.showCode(true)
  }, 60_000)
  onCleanup(() => clearInterval(renew))

  const Row = (props: { question: DeskQuestionView }) => {
    const is = () => chosen() === props.question.id
    return (
      <li id={props.question.id} classList={{ [css.chosen as string]: is() }}>
        <b>{number(props.question.votes)}</b>
        <div>
          <button
            type="button"
            class={css.pick}
            aria-expanded={is()}
            onClick={() => setChosen(is() ? undefined : props.question.id)}
          >
            <span class="voice prose">{props.question.body}</span>
          </button>
          <Asker question={props.question} />
          <Show when={props.question.mergedCount}>
            <p class="small">{words().merged(number(props.question.mergedCount))}</p>
          </Show>
        </div>
        <Show when={is()}>
          <div class={css.acts}>
            <Show
              when={props.question.state === 'review'}
              fallback={
                <Button kind="go" onPress={() => void desk.air(props.question.id)}>
                  {words().putOnAir}
                </Button>
              }
            >
              <Button kind="go" onPress={() => void desk.approve(props.question.id)}>
                {words().approve}
              </Button>
            </Show>
            <Button onPress={() => setSheet({ kind: 'answer', question: props.question })}>
              {words().writeAnswer}
            </Button>
            <Button onPress={() => setSheet({ kind: 'merge', question: props.question })}>{words().merge}</Button>
            <Button onPress={() => setSheet({ kind: 'edit', question: props.question })}>{words().edit}</Button>
            <Button onPress={() => setSheet({ kind: 'decline', question: props.question })}>{words().decline}</Button>
            <Button onPress={() => putAway(props.question)}>{words().putAway}</Button>
          </div>
        </Show>
      </li>
    )
  }

  return (
    <Show when={!desk.ended()} fallback={<Empty text={shell().notFoundWhy} />}>
      <Show when={desk.desk()} fallback={<Loading>{shell().opening}</Loading>}>
        {(opened) => (
          <div class={css.desk}>
            <header class={css.top}>
              <a href={to('/live')} aria-label={shell().back}>
                <Icon name="back" />
              </a>
              <h1 lang={title().lang}>{title().text}</h1>
              <span class="small">{words().here(number(opened().counts.here))}</span>
              <Show when={opened().code}>{(code) => <span class={css.code}>{code().digits}</span>}</Show>
              <Button onPress={() => void desk.showCode(!opened().code)}>
                {opened().code ? words().hideCode : words().showCode}
              </Button>
              <Button
                onPress={() =>
                  void navigator.clipboard
                    .writeText(opened().link.replace('/live/', `/${locale()}/live/`))
                    .then(() => toasts.show({ text: words().copied }))
                }
              >
                {words().copyLink}
              </Button>
              <a class="btn" href={to(`/live/${id}/wall`)} target="_blank" rel="noopener external">
                {words().openWall} <kbd>W</kbd>
              </a>
            </header>
            <div class={css.cols}>
              <section>
                <h2>
                  {words().checking} <span>{number(opened().review.length)}</span>
                </h2>
                <p class={css.keys}>
                  <kbd>A</kbd> {words().approve} <kbd>M</kbd> {words().merge} <kbd>D</kbd> {words().decline}{' '}
                  <kbd>H</kbd> {words().putAway}
                </p>
                <LineBand />
                <Show when={!opened().review.length}>
                  <p class="small">{words().nothingToCheck}</p>
                </Show>
                <ul class={css.list}>
                  <For each={opened().review}>{(question) => <Row question={question} />}</For>
                </ul>
              </section>
              <section>
                <h2>
                  {words().inQueue} <span>{number(opened().queue.length)}</span>
                </h2>
                <p class={css.keys}>
                  <kbd>↑</kbd> <kbd>↓</kbd> {words().pick} <kbd>Enter</kbd> {words().putOnAir}
                </p>
                <Show when={!opened().queue.length}>
                  <p class="small">{words().nothingQueued}</p>
                </Show>
                <ul class={css.list}>
                  <For each={opened().queue}>{(question) => <Row question={question} />}</For>
                </ul>
              </section>
              <section>
                <Show when={opened().onAir} fallback={<p class="small">{words().nothingOnAir}</p>}>
                  {(question) => (
                    <div class="onair">
                      <p class="small">{words().onAir}</p>
                      <p class="voice prose">{question().body}</p>
                      <p class="small">{words().supports(number(question().votes))}</p>
                      <Button kind="go" wide onPress={() => void desk.answered(question().id)}>
                        {words().markAnswered} <kbd>Space</kbd>
                      </Button>
                    </div>
                  )}
                </Show>
                <h2>
                  {words().ended} <span>{number(opened().counts.answered)}</span>
                </h2>
                <ul class={css.list}>
                  <For each={opened().ended}>
                    {(question) => (
                      <li>
                        <b>{number(question.votes)}</b>
                        <div>
                          <p class="voice prose">{question.body}</p>
                          <p class="small">
                            {words().states[question.state]}
                            {question.reason ? `: ${question.reason}` : ''}
                          </p>
                          <Show when={question.answer}>{(answer) => <p class="because prose">{answer().text}</p>}</Show>
                          <p class="line">
                            <Show when={question.state === 'answered'}>
                              <Button kind="bare" onPress={() => setSheet({ kind: 'answer', question })}>
                                {words().writeAnswer}
                              </Button>
                            </Show>
                            <Show when={question.state !== 'merged'}>
                              <Button kind="bare" onPress={() => void desk.restore(question.id)}>
                                {words().restore}
                              </Button>
                            </Show>
                          </p>
                        </div>
                      </li>
                    )}
                  </For>
                </ul>
                <Button onPress={() => setSheet({ kind: 'archive' })}>{words().archive}</Button>
              </section>
            </div>
            <footer class={css.foot}>
              <kbd>Z</kbd> {words().undo}
              <Show when={desk.waiting()}>
                <State kind="wait">{words().unsent(number(desk.waiting()))}</State>
              </Show>
              <For each={desk.refused()}>
                {(item) => (
                  <>
                    <State kind="no">{errors()[item.refusal?.code ?? 'fault']}</State>
                    <Button kind="bare" onPress={() => void desk.discard(item.id)}>
                      {design().close}
                    </Button>
                  </>
                )}
              </For>
            </footer>
            <Show when={sheetNeeded()}>
              <Later
                load={deskSheet}
                props={{
                  desk,
                  get deed() {
                    return sheet()
                  },
                  onClose: () => setSheet(undefined),
                }}
              />
            </Show>
          </div>
        )}
      </Show>
    </Show>
  )
}
