import { type Id, OUTCOMES, type TrialPage, type TrialView } from '@academy/contract'
import { Button, ButtonLink } from '@academy/design/Button'
import { Icon } from '@academy/design/Icon'
import { State } from '@academy/design/State'
import { Alert } from '@academy/design/words'
import { formatDay } from '@academy/language/dates'
import { LANGUAGE_NAMES } from '@academy/language/locale'
import { formatNumber } from '@academy/language/numbers'
import { createMemo, createSignal, For, onCleanup, Show } from 'solid-js'
import { locale, to, useWords } from '../locale/locale.ts'
import { Answer } from '../shell/Answer.tsx'
import { createAsked } from '../shell/create-asked.ts'
import { createFault } from '../shell/create-fault.ts'
import { Later } from '../shell/Later.tsx'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import { createOutbox } from '../sync/index.ts'
import { LANE } from './own-items.ts'
import { gradesOf, langOf, placeOf } from './practice-words.ts'
import css from './trials.module.css'
import '@academy/design/thread.css'

const ownPart = () => import('./OwnTrial.tsx').then((module) => module.OwnTrial)

/** How it went elsewhere: newest first, whatever came of it. */
export const Trials = (props: { practiceId: Id; version: number }) => {
  const sync = useSync()
  const words = useWords('trials')
  const refused = useRefused()
  const [more, setMore] = createSignal<TrialView[]>([])
  const [next, setNext] = createSignal<string | null>()
  const [fault, setFault] = createFault()
  const asked = createAsked<TrialPage>(
    createMemo(() => `practices.trials ${props.practiceId}`),
    () => sync.rpc.practices.trials.query({ practiceId: props.practiceId }),
  )
  const n = (value: number) => formatNumber(locale(), value)
  const all = createOutbox(sync, LANE)
  const onWay = () =>
    all().filter(({ path, input }) => path === 'practices.tellTrial' && input.practiceId === props.practiceId)
  const again = () => {
    setMore([])
    setNext(undefined)
    void asked.again()
  }
  onCleanup(sync.outbox.onDone((id) => onWay().some((item) => item.id === id) && again()))

  async function go(cursor: string) {
    try {
      const page = await sync.rpc.practices.trials.query({ practiceId: props.practiceId, cursor })
      setMore([...more(), ...page.items])
      setNext(page.next)
    } catch (error) {
      setFault(error)
    }
  }
  const here = (path: string) => to(`/practices/${props.practiceId}/${path}`)

  return (
    <section class="part">
      <h2>{words().title}</h2>
      <For each={onWay().filter((item) => item.state !== 'sent')}>
        {(item) => (
          <Show when={item.state === 'refused'} fallback={<State kind="wait">{words().waiting}</State>}>
            <State kind="no">{refused(item.refusal ?? { code: 'fault' })}</State>
            <p>
              <ButtonLink href={here('try')}>{words().tell}</ButtonLink>
            </p>
          </Show>
        )}
      </For>
      <Answer of={asked}>
        {(page) => (
          <>
            <Show when={page().counts.tries} fallback={<p class="small">{words().none}</p>}>
              <p>{words().counts(n(page().counts.tries), n(page().counts.schools))}</p>
              <p class="small">
                {OUTCOMES.filter((outcome) => page().counts.outcomes[outcome])
                  .map((outcome) => words().outcomeOf(words().outcomes[outcome], n(page().counts.outcomes[outcome])))
                  .join(' · ')}
              </p>
            </Show>
            <ol class="thread">
              <For each={[...page().items, ...more()]}>
                {(trial) => (
                  <li
                    classList={{
                      no: trial.outcome === 'did-not-work',
                      [css.partly as string]: trial.outcome === 'partly',
                    }}
                  >
                    <Trial practiceId={props.practiceId} trial={trial} onDone={again} />
                  </li>
                )}
              </For>
            </ol>
            <Show when={next() === undefined ? page().next : next()}>
              {(cursor) => (
                <Button wide onPress={() => void go(cursor())}>
                  {words().more}
                </Button>
              )}
            </Show>
            <p>
              <ButtonLink kind="bare" href={here('spread')}>
                {words().spread} <Icon name="next" />
              </ButtonLink>
            </p>
          </>
        )}
      </Answer>
      <Show when={fault()}>
        <Alert>{fault()}</Alert>
      </Show>
    </section>
  )
}

const Trial = (props: { practiceId: Id; trial: TrialView; onDone: () => void }) => {
  const words = useWords('trials')
  const practices = useWords('practices')
  const lang = () => langOf(props.trial.language)
  const where = () =>
    [placeOf(practices(), props.trial.place), formatDay(locale(), Date.parse(props.trial.day)), props.trial.by]
      .filter(Boolean)
      .join(' · ')
  const what = () =>
    [
      gradesOf(practices(), props.trial.grades),
      words().kinds[props.trial.classKind],
      props.trial.pupils && words().pupils(formatNumber(locale(), props.trial.pupils)),
      lang() && LANGUAGE_NAMES[props.trial.language],
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <article class={css.told}>
      <b>{words().outcomes[props.trial.outcome]}</b>
      <p class="small">
        {where()}
        <br />
        {what()}
      </p>
      {/* Why it did not work is what the next one needs: set apart, in the same colour as any other find. */}
      <div class={css.told} classList={{ because: props.trial.outcome !== 'worked' }}>
        <p class="prose">{props.trial.happened}</p>
        <Show when={props.trial.conditions}>
          <p class="prose">
            <b>{words().conditions}</b>
            <br />
            {props.trial.conditions}
          </p>
        </Show>
        <Show when={props.trial.changed}>
          <p class="prose">
            <b>{words().changed}</b>
            <br />
            {props.trial.changed}
          </p>
        </Show>
      </div>
      <Show when={props.trial.editedAt}>
        {(at) => <p class="small">{words().editedOn(formatDay(locale(), at()))}</p>}
      </Show>
      <Show when={props.trial.mine}>
        <Later
          load={ownPart}
          props={{ practiceId: props.practiceId, trialId: props.trial.id, onDone: () => props.onDone() }}
        />
      </Show>
    </article>
  )
}
