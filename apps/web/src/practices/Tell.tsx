import { type Id, LIMITS, OUTCOMES, type TrialView } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { State } from '@academy/design/State'
import { Alert } from '@academy/design/words'
import { mayTellTrial } from '@academy/policy'
import { createMemo, createSignal, For, onCleanup, Show } from 'solid-js'
import { locale, needWords, to, useWords } from '../locale/locale.ts'
import { Later } from '../shell/Later.tsx'
import { actor, me } from '../shell/me.ts'
import { useNavigate } from '../shell/router.ts'
import { toasts } from '../shell/toasts.ts'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import { createDraft, createOutbox } from '../sync/index.ts'
import { Group, LONG, Radios, showFirst, Text } from './FormParts.tsx'
import { LANE } from './own-items.ts'
import css from './practices.module.css'
import { today, type Written, writtenOf } from './try-form.ts'

/** Asked of everybody, and already answered for most: it comes while one writes. */
const tryMore = () => Promise.all([import('./TryMore.tsx'), needWords('practices')]).then(([module]) => module.TryMore)

/**
 * Says how a lesson with the practice went, or, with `mine`, what one said of it otherwise. Where it was is not changed: that would be
 * another try.
 */
export const Tell = (props: { id: Id; version: number; ungraded: boolean; mine?: TrialView | undefined }) => {
  const sync = useSync()
  const navigate = useNavigate()
  const words = useWords('trying')
  const design = useWords('design')
  const refused = useRefused()
  const { mine } = props
  const key = mine ? `trial:${mine.id}:edit` : `practice:${props.id}:try`
  const empty: Written = mine
    ? writtenOf(mine)
    : {
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
  const onWay = () =>
    all().filter(({ path, input }) =>
      mine
        ? path === 'practices.editTrial' && input.trialId === mine.id
        : path === 'practices.tellTrial' && input.practiceId === props.id,
    )
  onCleanup(
    sync.outbox.onDone((id) => {
      if (!onWay().some((item) => item.id === id)) return
      toasts.show({ text: mine ? words().edited : words().sent })
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
    if (Object.values(missing()).some(Boolean) || !outcome)
      return showFirst(currentTarget, `[aria-invalid], .${css.wrong}`)
    if (currentTarget.querySelector(LONG)) return showFirst(currentTarget, LONG)
    const told = { outcome, day, classKind, grades, language, happened, conditions, changed, pupils: pupils() }
    const way = { lane: LANE, draft: key }
    if (mine) await sync.outbox.put('practices.editTrial', { ...told, trialId: mine.id }, way)
    else {
      const where = { practiceId: props.id, version: props.version, placeId: placeId() }
      await sync.outbox.put('practices.tellTrial', { ...told, ...where }, way)
    }
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
                  setWritten({ ...empty, ...writtenOf(item.input as unknown as TrialView) })
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
              return mine ? [] : places()
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
          {mine ? words().save : words().send}
        </Button>
      </form>
    </>
  )
}
