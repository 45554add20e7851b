import type { Id } from '@academy/contract'
import { Empty } from '@academy/design/words'
import { mayPublishPractice, mayPublishPracticeSomewhere } from '@academy/policy'
import { createMemo, onCleanup, Show } from 'solid-js'
import { locale, to, useWords } from '../locale/locale.ts'
import { Answer } from '../shell/Answer.tsx'
import { announce } from '../shell/announce.ts'
import { LineBand } from '../shell/LineBand.tsx'
import { actor, me } from '../shell/me.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { useLocation, useNavigate } from '../shell/router.ts'
import { toasts } from '../shell/toasts.ts'
import { useSync } from '../shell/use-sync.ts'
import { createDraft } from '../sync/index.ts'
import { createPractice } from './create-practice.ts'
import { createWritten, LANE } from './own-items.ts'
import { PracticeForm } from './PracticeForm.tsx'
import { contentOf, emptyForm, type Form, formOf } from './practice-form.ts'
import { StartAgain, WrittenHere } from './WritingParts.tsx'

/** A new practice. */
export const NewPracticePage = () => {
  const words = useWords('practices')
  usePageTitle(() => words().write)
  return (
    <>
      <header class="head">
        <h1>{words().write}</h1>
        <LineBand />
      </header>
      <div class="col">
        <NewPractice />
      </div>
    </>
  )
}

const NewPractice = () => {
  const words = useWords('practices')
  const at = useLocation()
  const from = () => new URLSearchParams(at.search).get('from')
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
      <Show when={from()} keyed fallback={<Publish places={places()} />}>
        {(id) => <Adapt id={id} places={places()} />}
      </Show>
    </Show>
  )
}

type Places = NonNullable<ReturnType<typeof me>>['roles'][number]['place'][]

/** A practice of one's own out of another's: begun with all that stands there, and saying so. */
const Adapt = (props: { id: Id; places: Places }) => {
  const words = useWords('practices')
  const opened = createPractice(() => props.id)
  return (
    <Answer of={opened}>
      {(value) => {
        const { practice } = value()
        const origin = { practiceId: practice.id, version: practice.version }
        return (
          <>
            <p class="small">
              {words().adaptedFrom} <a href={to(`/practices/${practice.id}`)}>{practice.title}</a>
            </p>
            <Publish
              places={props.places}
              draft={`practice:${practice.id}:adapt`}
              start={{ ...formOf(practice), base: 0, placeId: '', origin }}
            />
          </>
        )
      }}
    </Answer>
  )
}

const Publish = (props: { places: Places; draft?: string; start?: Form }) => {
  const sync = useSync()
  const navigate = useNavigate()
  const words = useWords('practices')
  const design = useWords('design')
  const key = props.draft ?? 'practice:new'
  const empty = props.start ?? emptyForm(locale(), '')
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
      <WrittenHere items={written()} form={form()} take={setForm} />
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
