import { type DraftRow, type DraftView, type Id, LIMITS, newId } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { formatDateTime, formatTime } from '@academy/language/dates'
import { createEffect, createSignal, For, on, onCleanup, Show } from 'solid-js'
import { locale, needWords, useWords } from '../locale/locale.ts'
import { createFault } from '../shell/create-fault.ts'
import { Later } from '../shell/Later.tsx'
import { toasts } from '../shell/toasts.ts'
import { useSync } from '../shell/use-sync.ts'
import { refusalOf } from '../sync/index.ts'
import type { Form } from './practice-form.ts'

const clashes = () =>
  Promise.all([import('./Clashes.tsx'), needWords('practices', 'card', 'changes', 'taking')]).then(
    ([module]) => module.Clashes,
  )

/** A pause in typing before the first save, and the least time between two: a form is sent whole, on prepaid data. */
const PAUSE = 4_000
const BETWEEN = 20_000

const textOf = (form: Form) => JSON.stringify({ ...form, kept: undefined })
function formIn({ practiceId, form, n }: DraftView): Form {
  const was: Form = JSON.parse(form)
  return { ...was, kept: { id: practiceId, n, was } }
}

/**
 * Keeps what is being written on the server too, so that another device goes on with it. What another device wrote is offered, and put
 * together with what was written here meanwhile.
 * Whatever fails here loses nothing: the text is on the phone at every key press.
 */
export const KeptOnServer = (props: {
  form: Form
  touched: boolean
  /** The practice that is changed; a new one gets an id with its first save. */
  practiceId?: Id
  /** What the practice says without a draft. */
  began?: Form
  set: (form: Form) => void
}) => {
  const sync = useSync()
  const words = useWords('card')
  const { practices } = sync.rpc
  const [elsewhere, setElsewhere] = createSignal<DraftView | null>(null)
  const [begun, setBegun] = createSignal<readonly DraftRow[]>([])
  const [note, setNote] = createFault()
  let saved = ''
  let savedAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let busy = false

  async function save(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const { form } = props
    const text = textOf(form)
    if (busy || !props.touched || text === saved || elsewhere()) return
    // The server would refuse it whole; on the phone it is kept.
    if (text.length > LIMITS.draft) return
    busy = true
    const practiceId = props.practiceId ?? form.kept?.id ?? newId()
    const base = form.kept?.n ?? 0
    try {
      const { at } = await practices.saveDraft.mutate({ id: newId(), practiceId, base, form: text })
      saved = text
      savedAt = Date.now()
      setNote(words().keptAt(formatTime(at)))
      if (props.touched) props.set({ ...props.form, kept: { id: practiceId, n: base + 1, was: JSON.parse(text) } })
    } catch (error) {
      const why = refusalOf(error)
      if (why.code === 'practices/edited-elsewhere') await look(practiceId)
      if (why.code === 'practices/too-many-drafts') setNote(error)
    }
    busy = false
  }

  /** Another device's save; where it was dropped there, this one begins anew. */
  async function look(practiceId: Id): Promise<void> {
    const found = await practices.draft.query({ practiceId }).catch(() => undefined)
    if (found === null && props.form.kept) props.set({ ...props.form, kept: undefined })
    const { kept } = props.form
    const seen = kept?.id === practiceId ? kept.n : 0
    if (found && found.n > seen && found.form !== textOf(props.form)) setElsewhere(found)
  }

  /** Both devices wrote on: field by field, by the save both have seen, or by the practice they began to change. */
  async function putTogether(found: DraftView): Promise<void> {
    const { mergeForms } = await import('./when-two-wrote.ts')
    if (elsewhere() !== found) return
    const { form, began } = props
    const theirs = formIn(found)
    const was = form.kept?.id === found.practiceId ? form.kept.was : began?.base === theirs.base ? began : undefined
    saved = found.form
    setElsewhere(null)
    props.set({ ...mergeForms(was, form, theirs), kept: theirs.kept })
    toasts.show({ text: words().merged })
  }
  createEffect(() => {
    const found = elsewhere()
    // Where the part does not come, the line is gone: the next save asks again.
    if (found && props.touched) putTogether(found).catch(() => setElsewhere(null))
  })

  const drop = (practiceId: Id) => practices.dropDraft.mutate({ id: newId(), practiceId }).catch(() => {})

  async function open(row: DraftRow): Promise<void> {
    const found = await practices.draft.query({ practiceId: row.practiceId }).catch(() => null)
    if (!found) return
    setBegun([])
    props.set(formIn(found))
  }

  async function discard(row: DraftRow): Promise<void> {
    const found = await practices.draft.query({ practiceId: row.practiceId }).catch(() => null)
    await drop(row.practiceId)
    setBegun((all) => all.filter((one) => one !== row))
    const again = async () => {
      if (!found) return
      await practices.saveDraft
        .mutate({ id: newId(), practiceId: row.practiceId, base: 0, form: found.form })
        .catch(() => {})
      setBegun((all) => [row, ...all])
    }
    toasts.show({ text: words().dropped, action: { label: words().undrop, run: () => void again() } })
  }

  const known = props.practiceId ?? props.form.kept?.id
  if (known) void look(known)
  else if (!props.touched)
    void practices.drafts.query({ limit: 5 }).then(
      ({ items }) => setBegun(items.filter((row) => !row.published)),
      () => {},
    )

  createEffect(
    on(
      () => [props.form, props.touched] as const,
      ([form, touched], before) => {
        const kept = before?.[0].kept
        // Published or put away: the copy goes, too. Publishing takes it with its own write; this is for what was put away.
        if (before?.[1] && !touched) {
          clearTimeout(timer)
          timer = undefined
          setNote('')
          if (kept) void drop(kept.id)
        }
        if (!touched || textOf(form) === saved || timer) return
        timer = setTimeout(() => void save(), Math.max(PAUSE, savedAt + BETWEEN - Date.now()))
      },
    ),
  )
  /** Put away, it is saved; taken up again, it may have been gone on with elsewhere. */
  function hide(): void {
    const practiceId = props.practiceId ?? props.form.kept?.id
    if (document.visibilityState === 'hidden') void save()
    else if (practiceId) void look(practiceId)
  }
  document.addEventListener('visibilitychange', hide)
  onCleanup(() => {
    document.removeEventListener('visibilitychange', hide)
    void save()
  })

  return (
    <>
      <Show when={props.form.clashes?.length}>
        <Later
          load={clashes}
          props={{
            get form() {
              return props.form
            },
            set: props.set,
          }}
        />
      </Show>
      <Show when={!props.touched && elsewhere()}>
        {(other) => (
          <section class="because">
            <p>{words().elsewhere(formatDateTime(locale(), other().at))}</p>
            <p class="line">
              <Button
                onPress={() => {
                  props.set(formIn(other()))
                  setElsewhere(null)
                }}
              >
                {words().openThat}
              </Button>
              <Button
                kind="bare"
                onPress={() => {
                  props.set({ ...props.form, kept: formIn(other()).kept })
                  setElsewhere(null)
                }}
              >
                {words().keepThis}
              </Button>
            </p>
          </section>
        )}
      </Show>
      <Show when={!props.touched && begun().length}>
        <section class="part">
          <h2>{words().unfinished}</h2>
          <For each={begun()}>
            {(row) => (
              <div class="part">
                <p class="voice" lang={row.language ?? undefined}>
                  {row.title || words().noTitle}
                </p>
                <p class="small">{formatDateTime(locale(), row.at)}</p>
                <p class="line">
                  <Button onPress={() => void open(row)}>{words().goOn}</Button>
                  <Button kind="bare" onPress={() => void discard(row)}>
                    {words().drop}
                  </Button>
                </p>
              </div>
            )}
          </For>
        </section>
      </Show>
      <Show when={note()}>
        <p class="small" aria-live="polite">
          {note()}
        </p>
      </Show>
    </>
  )
}
