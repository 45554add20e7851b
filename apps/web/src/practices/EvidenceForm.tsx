import {
  CONSENT_DAYS,
  EVIDENCE_CONSENT_TEXT,
  EVIDENCE_KINDS,
  type EvidenceKind,
  type Id,
  LIMITS,
} from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Field } from '@academy/design/Field'
import { Icon } from '@academy/design/Icon'
import { Tick } from '@academy/design/Tick'
import { Alert } from '@academy/design/words'
import { createSignal, Show } from 'solid-js'
import { drawn, jpegOf } from '../files/shrink.ts'
import { uploadsOf } from '../files/uploads.ts'
import { locale, useWords } from '../locale/locale.ts'
import { announce } from '../shell/announce.ts'
import { createFault } from '../shell/create-fault.ts'
import { hasIin } from '../shell/later-iins.ts'
import { useSync } from '../shell/use-sync.ts'
import { createDraft } from '../sync/index.ts'
import { Blur } from './Blur.tsx'
import css from './files.module.css'
import { LANE } from './own-items.ts'

interface Typed {
  kind: EvidenceKind
  text: string
  people: boolean
  agreed: boolean
  by: string
  until: string
}

const DAY = 24 * 3600_000
/** The day it is in Astana, so many days from now. */
const dayIn = (days: number) => new Date(Date.now() + 5 * 3600_000 + days * DAY).toISOString().slice(0, 10)
const EMPTY: Typed = { kind: 'photo', text: '', people: false, agreed: false, by: '', until: dayIn(365) }

/** What shows how it went. A photo is blurred here, before it leaves the phone; where people stay recognisable, who agreed is asked. */
export const EvidenceForm = (props: { practiceId: Id; trialId?: Id; onSent: () => void }) => {
  const sync = useSync()
  const words = useWords('evidence')
  const shell = useWords('shell')
  const design = useWords('design')
  const key = `evidence:${props.practiceId}`
  const [typed, setTyped] = createDraft<Typed>(sync, key, EMPTY)
  const set = (part: Partial<Typed>) => setTyped({ ...typed(), ...part })
  const [photo, setPhoto] = createSignal<HTMLCanvasElement>()
  const [fault, setFault] = createFault()
  const [tried, setTried] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  let blurred: HTMLCanvasElement | undefined

  const wrong = () => {
    const { kind, text, people, agreed, by, until } = typed()
    return {
      photo: kind === 'photo' && !photo(),
      text: kind !== 'photo' && !text.trim(),
      agreed: people && !agreed,
      by: people && !by.trim(),
      until: people && !(until >= dayIn(1) && until <= dayIn(CONSENT_DAYS - 1)),
    }
  }
  const need = (name: keyof ReturnType<typeof wrong>, text: string) => (tried() && wrong()[name] ? text : undefined)

  async function choose(input: HTMLInputElement) {
    const file = input.files?.[0]
    input.value = ''
    if (!file) return
    setFault()
    try {
      setPhoto(await drawn(file))
    } catch {
      setFault(words().notDrawn)
    }
  }

  async function send(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (busy() || Object.values(wrong()).some(Boolean)) return
    setBusy(true)
    setFault()
    try {
      const { kind, text, people, by, until } = typed()
      const fileId = kind === 'photo' && blurred ? await uploadsOf(sync).add(await jpegOf(blurred), 'photo.jpg') : null
      const consent = people ? ({ text: EVIDENCE_CONSENT_TEXT, by, until } as const) : null
      const { practiceId, trialId = null } = props
      await sync.outbox.put(
        'practices.addEvidence',
        { practiceId, trialId, kind, text, fileId, people, consent } as const,
        { lane: LANE, draft: key },
      )
      setTyped(EMPTY)
      announce(design().waiting)
      props.onSent()
    } catch (error) {
      setFault(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form class="part" onSubmit={send} noValidate>
      <fieldset>
        <legend>
          <b>{words().kind}</b>
        </legend>
        {EVIDENCE_KINDS.map((kind) => (
          <Tick radio name="kind" value={kind} checked={typed().kind === kind} onChange={() => set({ kind })}>
            {words().kinds[kind]}
          </Tick>
        ))}
      </fieldset>
      <Show when={typed().kind === 'photo'}>
        <Show when={photo()}>
          {(shown) => (
            <Blur
              photo={shown()}
              ref={(canvas) => {
                blurred = canvas
              }}
            />
          )}
        </Show>
        <label class={`btn wide ${css.pick}`}>
          <Icon name="plus" /> {photo() ? words().another : words().choose}
          <input type="file" accept="image/*" class="unseen" onChange={(event) => void choose(event.currentTarget)} />
        </label>
        <Show when={need('photo', words().photoNeeded)}>{(text) => <Alert>{text()}</Alert>}</Show>
      </Show>
      <Field
        label={words().text}
        hint={words().textHint}
        rows={3}
        maxLength={LIMITS.evidence}
        keys={locale() === 'kk' ? design().letters : undefined}
        value={typed().text}
        onInput={(text) => set({ text })}
        error={hasIin(typed().text) ? shell().looksLikeIin : need('text', words().textNeeded)}
      />
      <Tick checked={typed().people} onChange={(people) => set({ people })}>
        {typed().kind === 'photo' ? words().people : words().peopleWords}
      </Tick>
      <Show when={typed().people}>
        <section class="part">
          <h3>{words().consentTitle}</h3>
          <p>{words().consentText}</p>
          <Tick checked={typed().agreed} onChange={(agreed) => set({ agreed })}>
            {words().consentAgreed}
          </Tick>
          <Show when={need('agreed', words().consentNeeded)}>{(text) => <Alert>{text()}</Alert>}</Show>
          <Field
            label={words().consentBy}
            hint={words().consentByHint}
            maxLength={LIMITS.title}
            value={typed().by}
            onInput={(by) => set({ by })}
            error={need('by', words().consentByNeeded)}
          />
          <Field
            label={words().until}
            type="date"
            min={dayIn(1)}
            max={dayIn(CONSENT_DAYS - 1)}
            value={typed().until}
            onInput={(until) => set({ until })}
            error={need('until', words().untilWrong)}
          />
        </section>
      </Show>
      <Show when={fault()}>
        <Alert>{fault()}</Alert>
      </Show>
      <Button kind="go" wide busy={busy()}>
        {words().send}
      </Button>
    </form>
  )
}
