import { LIMITS, LOCALES, type PlaceBrief, type PracticeWords } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Field, Select } from '@academy/design/Field'
import { Tick } from '@academy/design/Tick'
import { Alert } from '@academy/design/words'
import { LANGUAGE_NAMES } from '@academy/language/locale'
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { locale, needWords, useWords } from '../locale/locale.ts'
import { createAsked } from '../shell/create-asked.ts'
import { firstKey } from '../shell/first-data.ts'
import { Later } from '../shell/Later.tsx'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import { ALL_GRADES } from './all-grades.ts'
import type { CardPart } from './CardFields.tsx'
import { Choices, Fold, Group, LONG, showFirst, Text } from './FormParts.tsx'
import { type Form, type Missing, missingIn } from './practice-form.ts'
import css from './practices.module.css'
import { StepFields } from './StepFields.tsx'

/** The lower half of a long form: it comes while one writes the upper. */
const needsAndMore = () =>
  Promise.all([import('./NeedsAndMore.tsx'), needWords('practices', 'card')]).then(([module]) => module.NeedsAndMore)

/** What a short-term plan says besides: each a fold of its own, for whoever has more to say. */
const planFields = cardFields('PlanFields')
const keepFields = cardFields('KeepFields')
const everyPupilFields = cardFields('EveryPupilFields')

/** Photos and files: fetched with the form, with what sends them. */
const attachmentFields = () =>
  Promise.all([import('./AttachmentFields.tsx'), needWords('files')]).then(([module]) => module.AttachmentFields)

function cardFields<K extends keyof typeof import('./CardFields.tsx')>(name: K) {
  return () => Promise.all([import('./CardFields.tsx'), needWords('card')]).then(([module]) => module[name])
}

/** Who reads it, in whose name, and what they may do with it. */
const terms = () =>
  Promise.all([import('./Terms.tsx'), needWords('taking', 'practices')]).then(([module]) => module.Terms)

const NO_WORDS: PracticeWords = { subjects: [], methods: [], resources: [], evidence: [] }

/** The one form, for a new practice and for a change of one. The text is the caller's draft. */
export const PracticeForm = (props: {
  form: Form
  change: (part: Partial<Form>) => void
  /** Places it may stand in the name of; empty where that is settled. */
  places: readonly PlaceBrief[]
  deed: string
  /** Keeps it on the phone; the draft is gone then. */
  onSend: () => Promise<void>
  touched: boolean
  children?: JSX.Element
}) => {
  const sync = useSync()
  const words = useWords('writing')
  const design = useWords('design')
  const refused = useRefused()
  const dictionaries = createAsked<PracticeWords>(
    createMemo(() => firstKey('practices.words', { locale: locale() })),
    () => sync.rpc.practices.words.query({ locale: locale() }),
  )
  const dictionary = () => dictionaries.value() ?? NO_WORDS
  const [tried, setTried] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const missing = createMemo(() => (tried() ? missingIn(props.form) : new Set<Missing>()))
  const need = (name: keyof ReturnType<typeof words>['need']) => (missing().has(name) ? words().need[name] : undefined)
  const part: CardPart = {
    get form() {
      return props.form
    },
    change: (part) => props.change(part),
  }
  const turnGrade = (grade: number) => {
    const { grades } = props.form
    const next = grades.includes(grade) ? grades.filter((one) => one !== grade) : [...grades, grade]
    props.change({ grades: next.sort((a, b) => a - b) })
  }

  async function send(event: SubmitEvent & { currentTarget: HTMLFormElement }) {
    event.preventDefault()
    if (busy()) return
    const { currentTarget } = event
    setTried(true)
    if (missing().size) return showFirst(currentTarget, `[aria-invalid], .${css.wrong}`)
    if (currentTarget.querySelector(LONG)) return showFirst(currentTarget, LONG)
    // Sent, the text that was not chosen would be gone.
    if (props.form.clashes?.length) return document.getElementById('clashes')?.scrollIntoView()
    setBusy(true)
    try {
      await props.onSend()
      setTried(false)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form class={`part ${css.writing}`} onSubmit={send} noValidate>
      <section class="part">
        <h2>{words().inShort}</h2>
        <Select
          label={words().languageOf}
          value={props.form.language}
          onPick={(language) => props.change({ language: language as Form['language'] })}
          options={LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
        <Text
          label={words().name}
          hint={words().nameHint}
          most={LIMITS.title}
          rows={2}
          lang={props.form.language}
          value={props.form.title}
          onInput={(title) => props.change({ title })}
          error={need('title')}
        />
        <Show when={dictionaries.value() === undefined && dictionaries.fault()}>
          {(why) => (
            <>
              <Alert>{refused(why())}</Alert>
            </>
          )}
        </Show>
        <Choices
          label={words().subjects}
          hint={words().upToFive}
          most={5}
          words={dictionary().subjects}
          chosen={props.form.subjects}
          onChange={(subjects) => props.change({ subjects })}
          error={need('subjects')}
        />
        <Group label={words().grades} hint={words().gradesHint} error={need('grades')}>
          <div class={css.grades}>
            <For each={ALL_GRADES}>
              {(grade) => (
                <Button pressed={props.form.grades.includes(grade)} onPress={() => turnGrade(grade)}>
                  {grade}
                </Button>
              )}
            </For>
          </div>
        </Group>
        <div class={css.short}>
          <Field
            label={words().minutes}
            type="number"
            inputMode="numeric"
            min={1}
            max={LIMITS.practiceMinutes}
            value={props.form.minutes}
            onInput={(minutes) => props.change({ minutes })}
            error={need('minutes')}
          />
        </div>
        <div>
          <Tick checked={props.form.ungraded} onChange={(ungraded) => props.change({ ungraded })}>
            {words().ungraded}
          </Tick>
          <Tick
            checked={props.form.functionalLiteracy}
            onChange={(functionalLiteracy) => props.change({ functionalLiteracy })}
          >
            {words().literacy}
          </Tick>
        </div>
      </section>
      <section class="part">
        <h2>{words().steps}</h2>
        <Fold title={words().plan}>
          <Later load={planFields} props={part} />
        </Fold>
        <Text
          label={words().purpose}
          hint={words().purposeHint}
          most={LIMITS.practiceText}
          rows={4}
          lang={props.form.language}
          value={props.form.purpose}
          onInput={(purpose) => props.change({ purpose })}
          error={need('purpose')}
        />
        <StepFields
          steps={props.form.steps}
          lang={props.form.language}
          onChange={(steps) => props.change({ steps })}
          error={need('steps')}
        />
        <Fold title={words().keepAndChange}>
          <Later load={keepFields} props={part} />
        </Fold>
        <Fold title={words().everyPupil}>
          <Later load={everyPupilFields} props={part} />
        </Fold>
      </section>
      <Later
        load={needsAndMore}
        props={{
          get form() {
            return props.form
          },
          change: part.change,
          get dictionary() {
            return dictionary()
          },
          get missing() {
            return missing()
          },
        }}
      />
      <Later
        load={attachmentFields}
        props={{
          get files() {
            return props.form.attachments ?? []
          },
          onChange: (attachments) => props.change({ attachments }),
        }}
      />
      <section class="part">
        <Later load={terms} props={props} />
        <Show when={missing().size}>
          <Alert>{words().missing}</Alert>
        </Show>
        {props.children}
        <Show when={props.touched}>
          <p class="small">{design().kept}</p>
        </Show>
        <Button kind="go" wide busy={busy()}>
          {props.deed}
        </Button>
      </section>
    </form>
  )
}
