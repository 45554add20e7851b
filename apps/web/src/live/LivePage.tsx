import type { ErrorCode, QuestionView } from '@academy/contract'
import { Icon } from '@academy/design/Icon'
import { Tabs } from '@academy/design/Tabs'
import { Alert, Empty, Loading } from '@academy/design/words'
import { formatTime } from '@academy/language/clock'
import { formatNumber } from '@academy/language/numbers'
import { createSignal, For, Show } from 'solid-js'
import { inLocale } from '../locale/in-locale.ts'
import { errorWord, locale, needWords, to, useWords } from '../locale/locale.ts'
import { Later } from '../shell/Later.tsx'
import { LineBand } from '../shell/LineBand.tsx'
import { laterDates } from '../shell/later-dates.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { refusalOf } from '../sync/index.ts'
import { AskForm } from './AskForm.tsx'
import { createLive, type Live } from './create-live.ts'
import { OnAir, QuestionRow } from './QuestionList.tsx'

const mine = async () => {
  const [{ Mine }] = await Promise.all([import('./Mine.tsx'), needWords('mine')])
  return Mine
}

/** What a participant sees: what is on air, how to ask, one's own questions, the queue. */
export const LivePage = (props: { id: string }) => {
  const words = useWords('live')
  const shell = useWords('shell')
  // The page lives and dies with its session.
  const live = createLive(props.id)
  const [list, setList] = createSignal<'queue' | 'answered'>('queue')
  const [fault, setFault] = createSignal<ErrorCode>()
  const title = () => {
    const session = live.opened()?.session
    return session ? inLocale(session.title, locale()) : { text: words().title, lang: locale() }
  }
  usePageTitle(() => title().text)
  const number = (n: number) => formatNumber(locale(), n)

  const more = (which: 'queue' | 'answered') => {
    setFault()
    live.more(which).catch((error) => setFault(refusalOf(error).code))
  }
  const pick = (which: 'queue' | 'answered') => {
    setList(which)
    if (which === 'answered' && !live.answered()) more('answered')
  }

  return (
    <Show when={!live.ended()} fallback={<Empty text={shell().notFoundWhy} />}>
      <Show when={live.opened()} fallback={<Loading>{shell().opening}</Loading>}>
        {(opened) => (
          <>
            <header class="head">
              <h1 lang={title().lang}>{title().text}</h1>
              <p class="facts">
                <span class="state" classList={{ wait: live.state() !== 'open' }}>
                  <Icon name="air" />
                  {live.state() === 'open'
                    ? live.now() >= opened().session.startsAt
                      ? words().onAir
                      : words().meets(formatTime(opened().session.startsAt))
                    : live.state() === 'before'
                      ? words().opens(laterDates()?.formatDateTime(locale(), opened().session.opensAt) ?? '…')
                      : live.state() === 'closed'
                        ? words().closed
                        : words().archived}
                </span>
                <Show when={opened().counts.here > 1}>
                  <span>{words().here(number(opened().counts.here))}</span>
                </Show>
              </p>
              <Show when={opened().may.desk}>
                <p>
                  <a class="btn" href={to(`/live/${props.id}/desk`)}>
                    {words().openDesk}
                  </a>
                </p>
              </Show>
              <LineBand />
            </header>
            <div class="col">
              <section aria-live="polite">
                <Show when={opened().onAir}>{(question) => <OnAir question={question()} />}</Show>
              </section>
              <section class="part que">
                <Tabs
                  label={words().lists}
                  panel="questions"
                  current={list()}
                  onPick={pick}
                  items={[
                    { key: 'queue', label: words().queue(number(opened().counts.queue)) },
                    { key: 'answered', label: words().answered(number(opened().counts.answered)) },
                  ]}
                />
                <div id="questions" role="tabpanel">
                  <Show when={fault()}>{(code) => <Alert>{errorWord(code())}</Alert>}</Show>
                  <Show
                    when={list() === 'queue'}
                    fallback={
                      <Show
                        when={live.answered()}
                        fallback={
                          <Show when={!fault()}>
                            <Loading>{shell().opening}</Loading>
                          </Show>
                        }
                      >
                        {(answered) => (
                          <>
                            <Show when={!answered().items.length}>
                              <Empty text={words().noAnswered} />
                            </Show>
                            <ul class="list">
                              <Rows of={answered().items} live={live} />
                            </ul>
                            <More next={answered().next} onPress={() => more('answered')} />
                          </>
                        )}
                      </Show>
                    }
                  >
                    <Show when={!opened().queue.items.length}>
                      <Empty text={words().noQuestions} />
                    </Show>
                    <ul class="list">
                      <Rows of={opened().queue.items} live={live} />
                    </ul>
                    <More next={opened().queue.next} onPress={() => more('queue')} />
                    <Show when={opened().queue.items.length}>
                      <p class="small">{words().supportNote}</p>
                    </Show>
                  </Show>
                </div>
              </section>
            </div>
            <aside class="mid">
              <Show when={live.hasOwn()}>
                <Later load={mine} props={{ live }} />
              </Show>
              <Show when={live.state() === 'open' && opened().may.ask}>
                <AskForm live={live} sessionId={props.id} naming={opened().session.naming} />
              </Show>
            </aside>
          </>
        )}
      </Show>
    </Show>
  )
}

const Rows = (props: { of: readonly QuestionView[]; live: Live }) => (
  <For each={props.of.map((question) => question.id)}>
    {(id) => (
      <Show when={props.live.questions().get(id)}>
        {(question) => <QuestionRow question={question()} live={props.live} />}
      </Show>
    )}
  </For>
)

const More = (props: { next: string | null; onPress: () => void }) => {
  const words = useWords('live')
  return (
    <Show when={props.next}>
      <button type="button" class="btn wide" onClick={() => props.onPress()}>
        {words().more}
      </button>
    </Show>
  )
}
