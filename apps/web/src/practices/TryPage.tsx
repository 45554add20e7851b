import { LIMITS, OUTCOMES } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Icon } from '@academy/design/Icon'
import { State } from '@academy/design/State'
import { Alert, Empty } from '@academy/design/words'
import { mayTellTrial, mayTellTrialSomewhere } from '@academy/policy'
import { createMemo, createSignal, For, onCleanup, Show } from 'solid-js'
import { locale, needWords, to, useWords } from '../locale/locale.ts'
import { Answer } from '../shell/Answer.tsx'
import { Later } from '../shell/Later.tsx'
import { LineBand } from '../shell/LineBand.tsx'
import { actor, me } from '../shell/me.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { useNavigate, useParams } from '../shell/router.ts'
import { toasts } from '../shell/toasts.ts'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import { createDraft, createOutbox } from '../sync/index.ts'
import { createPractice } from './create-practice.ts'
import { Group, Radios, Text } from './FormParts.tsx'
import { LANE } from './own-items.ts'
import { langOf } from './practice-words.ts'
import css from './practices.module.css'
import { today, type Written } from './try-form.ts'

/** Asked of everybody, and already answered for most: it comes while one writes. */
const tryMore = () => Promise.all([import('./TryMore.tsx'), needWords('practices')]).then(([module]) => module.TryMore)

/** Telling how a lesson with this practice went; also without a line. */
export const TryPage = () => {
  const words = useWords('trying')
  const params = useParams<{ id: string }>()
  const opened = createPractice(() => params.id)
  usePageTitle(() => words().page)
  return (
    <>
      <header class="head">
        <p>
          <a class="line small back" href={to(`/practices/${params.id}`)}>
            <Icon name="back" /> {words().toPractice}
          </a>
        </p>
        <h1>{words().page}</h1>
        <p>{words().lead}</p>
        <LineBand />
      </header>
      <div class="col">
        <Answer of={opened}>
          {(value) => (
            <Show
              when={mayTellTrialSomewhere(actor())}
              fallback={<Show when={me() !== undefined}>{<Empty text={words().mayNot} />}</Show>}
            >
              <p class="voice" lang={langOf(value().practice.language)}>
                {value().practice.title}
              </p>
              <Tell
                id={params.id}
                version={value().practice.version}
                grades={value().practice.grades}
                ungraded={value().practice.ungraded}
              />
            </Show>
          )}
        </Answer>
      </div>
    </>
  )
}

const Tell = (props: { id: string; version: number; grades: number[]; ungraded: boolean }) => {
  const sync = useSync()
  const navigate = useNavigate()
  const words = useWords('trying')
  const design = useWords('design')
  const refused = useRefused()
  const key = `practice:${props.id}:try`
  const empty: Written = {
    outcome: '',
    day: today(),
    classKind: props.ungraded ? 'ungraded' : 'usual',
    grades: [],
    pupils: '',
    language: locale(),
    happened: '',
    conditions: '',
    changed: '',
    placeId: '',
  }
  const [written, setWritten] = createDraft<Written>(sync, key, empty)
  const change = (part: Partial<Written>) => setWritten({ ...written(), ...part })
  const [tried, setTried] = createSignal(false)
  const places = createMemo(() => {
    const mine = (me()?.roles ?? []).map(({ place }) => place).filter(({ id }) => mayTellTrial(actor(), [id]))
    return mine.filter(({ id }, at) => mine.findIndex((other) => other.id === id) === at)
  })
  const placeId = () => places().find(({ id }) => id === written().placeId)?.id ?? places()[0]?.id ?? ''
  const all = createOutbox(sync, LANE)
  const onWay = () => all().filter(({ path, input }) => path === 'practices.tellTrial' && input.practiceId === props.id)
  onCleanup(
    sync.outbox.onDone((id) => {
      if (!onWay().some((item) => item.id === id)) return
      toasts.show({ text: words().sent })
      navigate(to(`/practices/${props.id}`))
    }),
  )
  const pupils = () => (/^\d{1,2}$/.test(written().pupils) ? Number(written().pupils) : null)
  const missing = () => {
    const { outcome, day, grades, happened } = written()
    return { outcome: !outcome, day: !day, grades: !grades.length, happened: !happened.trim() }
  }
  const need = (name: keyof ReturnType<typeof missing>) => (tried() && missing()[name] ? words().need[name] : undefined)

  async function send(event: SubmitEvent & { currentTarget: HTMLFormElement }) {
    event.preventDefault()
    setTried(true)
    const { currentTarget } = event
    const { outcome, day, classKind, grades, language, happened, conditions, changed } = written()
    if (Object.values(missing()).some(Boolean) || !outcome) {
      currentTarget.querySelector(`[aria-invalid], .${css.wrong}`)?.scrollIntoView({ block: 'center' })
      return
    }
    const told = { outcome, day, classKind, grades, language, happened, conditions, changed, pupils: pupils() }
    await sync.outbox.put(
      'practices.tellTrial',
      { ...told, practiceId: props.id, version: props.version, placeId: placeId() },
      { lane: LANE, draft: key },
    )
    setWritten(empty)
    setTried(false)
    scrollTo({ top: 0 })
  }

  return (
    <>
      <For each={onWay().filter((item) => item.state !== 'sent')}>
        {(item) => (
          <Show when={item.state === 'refused'} fallback={<State kind="wait">{words().waiting}</State>}>
            <State kind="no">{design().refused(refused(item.refusal ?? { code: 'fault' }))}</State>
            <p>
              <Button
                onPress={() => {
                  const input = item.input as unknown as Omit<Written, 'pupils'> & { pupils: number | null }
                  setWritten({ ...empty, ...input, pupils: input.pupils === null ? '' : `${input.pupils}` })
                  void sync.outbox.discard(item.id)
                }}
              >
                {words().again}
              </Button>
            </p>
          </Show>
        )}
      </For>
      <form class={`part ${css.writing}`} onSubmit={(event) => void send(event)} noValidate>
        <Group label={words().outcome} error={need('outcome')}>
          <Radios
            name="outcome"
            label=""
            value={written().outcome}
            options={OUTCOMES.map((value) => ({ value, label: words().outcomes[value] }))}
            onPick={(outcome) => change({ outcome })}
          />
        </Group>
        <Text
          label={words().happened}
          hint={words().happenedHint}
          most={LIMITS.trialText}
          rows={4}
          lang={written().language}
          value={written().happened}
          onInput={(happened) => change({ happened })}
          error={need('happened')}
        />
        <Text
          label={words().conditionsField}
          hint={words().conditionsHint}
          most={LIMITS.trialText}
          rows={3}
          lang={written().language}
          value={written().conditions}
          onInput={(conditions) => change({ conditions })}
        />
        <Text
          label={words().changedField}
          most={LIMITS.trialText}
          rows={3}
          lang={written().language}
          value={written().changed}
          onInput={(changed) => change({ changed })}
        />
        <Later
          load={tryMore}
          props={{
            get written() {
              return written()
            },
            change,
            need,
            get places() {
              return places()
            },
            get placeId() {
              return placeId()
            },
          }}
        />
        <Show when={tried() && Object.values(missing()).some(Boolean)}>
          <Alert>{words().missing}</Alert>
        </Show>
        <Show when={written() !== empty}>
          <p class="small">{design().kept}</p>
        </Show>
        <Button kind="go" wide>
          {words().send}
        </Button>
      </form>
    </>
  )
}
