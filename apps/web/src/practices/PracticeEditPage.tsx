import type { Id, PracticeOpened } from '@academy/contract'
import { Button, ButtonLink } from '@academy/design/Button'
import { State } from '@academy/design/State'
import { Alert, Empty } from '@academy/design/words'
import { mayPublishPractice, mayPublishPracticeSomewhere } from '@academy/policy'
import { createMemo, For, type JSX, onCleanup, Show } from 'solid-js'
import { locale, to, useWords } from '../locale/locale.ts'
import { Answer } from '../shell/Answer.tsx'
import { announce } from '../shell/announce.ts'
import { LineBand } from '../shell/LineBand.tsx'
import { actor, me } from '../shell/me.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { useNavigate, useParams } from '../shell/router.ts'
import { toasts } from '../shell/toasts.ts'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import { createDraft } from '../sync/index.ts'
import { createPractice } from './create-practice.ts'
import { createWritten, LANE, type PracticeItem } from './own-items.ts'
import { PracticeForm } from './PracticeForm.tsx'
import { contentOf, emptyForm, type Form, formOf, formOfWritten } from './practice-form.ts'

/** A new practice, or a change of one. */
export const PracticeEditPage = () => {
  const params = useParams<{ id?: string }>()
  const words = useWords('practices')
  const title = () => (params.id ? words().edit : words().write)
  usePageTitle(title)
  return (
    <>
      <header class="head">
        <h1>{title()}</h1>
        <LineBand />
      </header>
      <div class="col">
        <Show when={params.id} fallback={<NewPractice />} keyed>
          {(id) => <ChangedPractice id={id} />}
        </Show>
      </div>
    </>
  )
}

const NewPractice = () => {
  const words = useWords('practices')
  const places = createMemo(() => {
    const mine = (me()?.roles ?? []).map(({ place }) => place).filter(({ id }) => mayPublishPractice(actor(), [id]))
    return mine.filter(({ id }, at) => mine.findIndex((other) => other.id === id) === at)
  })
  return (
    <Show
      when={mayPublishPracticeSomewhere(actor())}
      // Undefined: not known yet, and then it is not said that one may not.
      fallback={<Show when={me() !== undefined}>{<Empty text={words().mayNot} />}</Show>}
    >
      <Publish places={places()} />
    </Show>
  )
}

const Publish = (props: { places: NonNullable<ReturnType<typeof me>>['roles'][number]['place'][] }) => {
  const sync = useSync()
  const navigate = useNavigate()
  const words = useWords('practices')
  const design = useWords('design')
  const key = 'practice:new'
  const empty = emptyForm(locale(), '')
  const [form, setForm] = createDraft<Form>(sync, key, empty)
  const written = createWritten(sync)
  let last: Id | undefined
  // The one just published is opened; one that waited longer only says so, for something else may be written by now.
  onCleanup(
    sync.outbox.onDone((id) => {
      if (!written().some((item) => item.id === id)) return
      const open = () => navigate(to(`/practices/${id}`))
      const here = id === last && form() === empty
      toasts.show({ text: words().sentPublish, ...(!here && { action: { label: words().open, run: open } }) })
      if (here) open()
    }),
  )
  const placeId = () => props.places.find(({ id }) => id === form().placeId)?.id ?? props.places[0]?.id ?? ''
  const shown = createMemo(() => ({ ...form(), placeId: placeId() }))

  async function send() {
    const { instead } = form()
    const input = { ...contentOf(form()), placeId: placeId() }
    last =
      (instead && (await sync.outbox.resend(instead, input))) ||
      (await sync.outbox.put('practices.publish', input, { lane: LANE, draft: key }))
    setForm(empty)
    announce(design().waiting)
    // What became of it stands above the form.
    scrollTo({ top: 0 })
  }

  return (
    <>
      <OnTheWayHere items={written()} form={form()} take={setForm} />
      <PracticeForm
        form={shown()}
        change={(part) => setForm({ ...form(), ...part })}
        places={props.places}
        deed={words().publish}
        onSend={send}
        touched={form() !== empty}
      >
        <StartAgain show={form() !== empty} form={form()} set={setForm} empty={empty} />
      </PracticeForm>
    </>
  )
}

const ChangedPractice = (props: { id: Id }) => {
  const words = useWords('practices')
  const opened = createPractice(() => props.id)
  return (
    <Answer of={opened}>
      {(value) => (
        <Show when={value().may.edit} fallback={<Empty text={words().mayNotEdit} />}>
          <Change opened={value()} again={opened.again} />
        </Show>
      )}
    </Answer>
  )
}

const Change = (props: { opened: PracticeOpened; again: () => Promise<void> }) => {
  const sync = useSync()
  const navigate = useNavigate()
  const words = useWords('practices')
  const practice = () => props.opened.practice
  const { id } = props.opened.practice
  const key = `practice:${id}`
  // What it was when it was opened here: a draft is told apart from it, whatever the server says later.
  const asItWas = formOf(practice())
  const [draft, setForm] = createDraft<Form>(sync, key, asItWas)
  const untouched = () => draft() === asItWas
  const form = createMemo(() => (untouched() ? formOf(practice()) : draft()))
  const written = createWritten(sync, () => id)
  const elsewhere = () => !untouched() && form().base !== practice().version

  async function send() {
    const { base, instead } = form()
    // It would be refused: first one says that the other text was looked at.
    if (elsewhere()) return announce(words().changedMeanwhile)
    const input = { ...contentOf(form()), practiceId: id, base }
    if (!(instead && (await sync.outbox.resend(instead, input))))
      await sync.outbox.put('practices.edit', input, { lane: LANE, draft: key })
    setForm(asItWas)
    // Its page says whether the change has arrived.
    navigate(to(`/practices/${id}`))
  }
  /** What was refused for another version's sake comes back to be compared with the newest. */
  function take(taken: Form) {
    setForm(taken)
    void props.again()
  }

  return (
    <>
      <OnTheWayHere items={written()} form={untouched() ? undefined : form()} take={take} />
      <PracticeForm
        form={form()}
        change={(part) => setForm({ ...form(), ...part })}
        places={[]}
        deed={words().save}
        onSend={send}
        touched={!untouched()}
      >
        <Show when={elsewhere()}>
          <Alert title={words().changedMeanwhile}>{words().changedWhatToDo}</Alert>
          <p class="line">
            <ButtonLink href={to(`/practices/${id}`)}>{words().openNew}</ButtonLink>
            <Button onPress={() => setForm({ ...form(), base: practice().version })}>{words().mineStays}</Button>
          </p>
        </Show>
        <StartAgain show={!untouched()} form={form()} set={setForm} empty={asItWas} />
      </PracticeForm>
    </>
  )
}

/** Puts the text away, and gives it back as long as one may have meant it otherwise. */
const StartAgain = (props: { show: boolean; form: Form; set: (form: Form) => void; empty: Form }): JSX.Element => {
  const words = useWords('practices')
  const design = useWords('design')
  function clear() {
    const { form } = props
    props.set(props.empty)
    toasts.show({ text: words().cleared, action: { label: design().undo, run: () => props.set(form) } })
  }
  return (
    <Show when={props.show}>
      <p>
        <Button kind="bare" onPress={clear}>
          {words().startAgain}
        </Button>
      </p>
    </Show>
  )
}

/** What was sent from here and has not arrived: it waits, or it says why not and comes back into the form. */
const OnTheWayHere = (props: {
  items: readonly PracticeItem[]
  form: Form | undefined
  take: (form: Form) => void
}) => {
  const sync = useSync()
  const words = useWords('practices')
  const shell = useWords('shell')
  const design = useWords('design')
  const refused = useRefused()
  const left = () => props.items.filter((item) => item.state !== 'sent' && item.id !== props.form?.instead)
  function back(item: PracticeItem) {
    props.take(formOfWritten(item.input, item.id))
    announce(words().edit)
  }
  return (
    <Show when={left().length}>
      <section class="part" aria-live="polite">
        <For each={left()}>
          {(item) => (
            <div class="part">
              <p class="voice" lang={item.input.language}>
                {item.input.title}
              </p>
              <Show when={item.state === 'refused'} fallback={<State kind="wait">{design().waiting}</State>}>
                <State kind="no">{design().refused(refused(item.refusal ?? { code: 'fault' }))}</State>
                <p class="line">
                  <Button onPress={() => back(item)}>{shell().editAgain}</Button>
                  <Button kind="bare" onPress={() => void sync.outbox.discard(item.id)}>
                    {shell().discard}
                  </Button>
                </p>
              </Show>
            </div>
          )}
        </For>
      </section>
    </Show>
  )
}
