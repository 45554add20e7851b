import type { Id, PracticeOpened } from '@academy/contract'
import { Empty } from '@academy/design/words'
import { createMemo, Show } from 'solid-js'
import { needWords, to, useWords } from '../locale/locale.ts'
import { Answer } from '../shell/Answer.tsx'
import { announce } from '../shell/announce.ts'
import { Later } from '../shell/Later.tsx'
import { LineBand } from '../shell/LineBand.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { useLocation, useNavigate, useParams } from '../shell/router.ts'
import { useSync } from '../shell/use-sync.ts'
import { createDraft } from '../sync/index.ts'
import { createPractice } from './create-practice.ts'
import { createWritten, LANE } from './own-items.ts'
import { PracticeForm } from './PracticeForm.tsx'
import { contentOf, type Form, formOf } from './practice-form.ts'
import { keptOnServer, StartAgain, WrittenHere } from './WritingParts.tsx'

/** What its author chose of an adaptation. */
const takeIn = () => Promise.all([import('./TakeIn.tsx'), needWords('changes')]).then(([module]) => module.TakeIn)

const changedMeanwhile = () =>
  Promise.all([import('./when-two-wrote.ts'), needWords('card')]).then(([module]) => module.ChangedMeanwhile)

/** A change of a practice. */
export const PracticeEditPage = () => {
  const params = useParams<{ id?: string }>()
  const words = useWords('writing')
  usePageTitle(() => words().edit)
  return (
    <>
      <header class="head">
        <h1>{words().edit}</h1>
        <LineBand />
      </header>
      <div class="col">
        <Show when={params.id} keyed>
          {(id) => <ChangedPractice id={id} />}
        </Show>
      </div>
    </>
  )
}

const ChangedPractice = (props: { id: Id }) => {
  const words = useWords('writing')
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
  const words = useWords('writing')
  const { search } = useLocation()
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
    const { base, instead, takenFrom } = form()
    // It would be refused: first both are put together.
    if (elsewhere()) return announce(words().changedMeanwhile)
    const input = { ...contentOf(form()), practiceId: id, base, ...(takenFrom && { takenFrom }) }
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
      <Show when={search.includes('take=')}>
        <Later
          load={takeIn}
          props={{
            search,
            get form() {
              return form()
            },
            change: (part) => setForm({ ...form(), ...part }),
          }}
        />
      </Show>
      <Later
        load={keptOnServer}
        props={{
          practiceId: id,
          began: asItWas,
          get form() {
            return form()
          },
          get touched() {
            return !untouched()
          },
          set: setForm,
        }}
      />
      <WrittenHere items={written()} form={untouched() ? undefined : form()} take={take} />
      <PracticeForm
        form={form()}
        change={(part) => setForm({ ...form(), ...part })}
        places={[]}
        deed={words().save}
        onSend={send}
        touched={!untouched()}
      >
        <Show when={elsewhere()}>
          <Later
            load={changedMeanwhile}
            props={{
              get practice() {
                return practice()
              },
              get form() {
                return form()
              },
              set: setForm,
            }}
          />
        </Show>
        <StartAgain show={!untouched()} form={form()} set={setForm} empty={asItWas} />
      </PracticeForm>
    </>
  )
}
