import { INTERNET, LIMITS, LOCALES, type PlaceBrief, type PracticeWords } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Field, Select } from '@academy/design/Field'
import { Icon } from '@academy/design/Icon'
import { Tick } from '@academy/design/Tick'
import { Alert } from '@academy/design/words'
import { LANGUAGE_NAMES } from '@academy/language/locale'
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { locale, useWords } from '../locale/locale.ts'
import { createAsked } from '../shell/create-asked.ts'
import { firstKey } from '../shell/first-data.ts'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import { ALL_GRADES } from './create-library.ts'
import { Choices, Group, Radios, StepFields, Text } from './FormParts.tsx'
import { type Form, type Missing, missingIn } from './practice-form.ts'
import { placeOf } from './practice-words.ts'
import css from './practices.module.css'

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
  const words = useWords('practices')
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
  const others = () => LOCALES.filter((it) => it !== props.form.language)
  const also = (language: (typeof LOCALES)[number], part: Partial<Form['alsoIn']['kk']>) =>
    props.change({ alsoIn: { ...props.form.alsoIn, [language]: { ...props.form.alsoIn[language], ...part } } })
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
    if (missing().size) {
      currentTarget.querySelector(`[aria-invalid], .${css.wrong}`)?.scrollIntoView({ block: 'center' })
      return
    }
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
      </section>
      <section class="part">
        <h2>{words().whatIsNeeded}</h2>
        <Choices
          label={words().resources}
          words={dictionary().resources}
          chosen={props.form.resources}
          onChange={(resources) => props.change({ resources })}
        />
        <Text
          label={words().needs}
          most={LIMITS.practiceStep}
          rows={2}
          lang={props.form.language}
          value={props.form.needs}
          onInput={(needs) => props.change({ needs })}
        />
        <Radios
          name="internet"
          label={words().internet}
          value={props.form.internet}
          options={INTERNET.map((value) => ({ value, label: words().internets[value] }))}
          onPick={(internet) => props.change({ internet })}
        />
        <Choices
          label={words().methods}
          words={dictionary().methods}
          chosen={props.form.methods}
          onChange={(methods) => props.change({ methods })}
        />
        <Choices
          label={words().evidence}
          words={dictionary().evidence}
          chosen={props.form.evidence}
          onChange={(evidence) => props.change({ evidence })}
        />
        <details open={missing().has('alsoIn') || undefined}>
          <summary>
            <span>{words().inOther}</span>
            <Icon name="down" />
          </summary>
          <div class="part">
            <p class="small">{words().inOtherWhy}</p>
            <For each={others()}>
              {(language) => (
                <>
                  <Text
                    label={words().titleIn(LANGUAGE_NAMES[language])}
                    most={LIMITS.title}
                    lang={language}
                    value={props.form.alsoIn[language].title}
                    onInput={(title) => also(language, { title })}
                  />
                  <Text
                    label={words().summaryIn(LANGUAGE_NAMES[language])}
                    most={LIMITS.practiceStep}
                    rows={3}
                    lang={language}
                    value={props.form.alsoIn[language].summary}
                    onInput={(summary) => also(language, { summary })}
                    error={
                      missing().has('alsoIn') &&
                      Boolean(props.form.alsoIn[language].title.trim()) !==
                        Boolean(props.form.alsoIn[language].summary.trim())
                        ? words().bothOrNone
                        : undefined
                    }
                  />
                </>
              )}
            </For>
          </div>
        </details>
      </section>
      <section class="part">
        <Radios
          name="visibility"
          label={words().whoReads}
          value={props.form.visibility}
          options={(['public', 'members'] as const).map((value) => ({ value, label: words().visibilities[value] }))}
          onPick={(visibility) => props.change({ visibility })}
        />
        <Show when={props.places.length > 1}>
          <Select
            label={words().inNameOf}
            value={props.form.placeId}
            onPick={(placeId) => props.change({ placeId })}
            options={props.places.map((place) => ({ value: place.id, label: placeOf(words(), place) }))}
          />
        </Show>
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
