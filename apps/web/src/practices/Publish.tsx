import type { Id } from '@academy/contract'
import { createMemo, onCleanup, Show } from 'solid-js'
import { locale, needWords, to, useWords } from '../locale/locale.ts'
import { announce } from '../shell/announce.ts'
import { Later } from '../shell/Later.tsx'
import type { me } from '../shell/me.ts'
import { useNavigate } from '../shell/router.ts'
import { toasts } from '../shell/toasts.ts'
import { useSync } from '../shell/use-sync.ts'
import { createDraft } from '../sync/index.ts'
import { createWritten, LANE } from './own-items.ts'
import { PracticeForm } from './PracticeForm.tsx'
import { contentOf, emptyForm, type Form } from './practice-form.ts'
import { keptOnServer, StartAgain, WrittenHere } from './WritingParts.tsx'

/** For the few who were brought one. */
const openPack = () =>
  Promise.all([import('./OpenPack.tsx'), needWords('taking', 'practiceErrors', 'errors')]).then(
    ([module]) => module.OpenPack,
  )

export type Places = NonNullable<ReturnType<typeof me>>['roles'][number]['place'][]

/** The form of a new practice, and what became of what was sent from it. */
export const Publish = (props: { places: Places; draft?: string; start?: Form }) => {
  const sync = useSync()
  const navigate = useNavigate()
  const words = useWords('writing')
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
    const { instead, kept } = form()
    const input = { ...contentOf(form()), placeId: placeId(), ...(kept && { draft: kept.id }) }
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
      <Later
        load={keptOnServer}
        props={{
          get form() {
            return form()
          },
          get touched() {
            return form() !== empty
          },
          set: setForm,
        }}
      />
      <WrittenHere items={written()} form={form()} take={setForm} />
      <Show when={!props.start && placeId()}>
        <Later load={openPack} props={{ placeId: placeId(), take: setForm }} />
      </Show>
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
