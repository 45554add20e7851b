import { INTERNET, LIMITS, LOCALES, type PracticeWords } from '@academy/contract'
import { Field, Select } from '@academy/design/Field'
import { Icon } from '@academy/design/Icon'
import { LANGUAGE_NAMES } from '@academy/language/locale'
import { For } from 'solid-js'
import { useWords } from '../locale/locale.ts'
import { Choices, Group, Radios, Text } from './FormParts.tsx'
import { keysOf } from './keys-of.ts'
import type { Form, Missing } from './practice-form.ts'
import css from './practices.module.css'

/** What a practice needs and how one sees that it worked, and its short form in the other languages. */
export const NeedsAndMore = (props: {
  form: Form
  change: (part: Partial<Form>) => void
  dictionary: PracticeWords
  missing: ReadonlySet<Missing>
}) => {
  const words = useWords('practices')
  const card = useWords('card')
  const others = () => LOCALES.filter((it) => it !== props.form.language)
  const also = (language: (typeof LOCALES)[number], part: Partial<Form['alsoIn']['kk']>) =>
    props.change({ alsoIn: { ...props.form.alsoIn, [language]: { ...props.form.alsoIn[language], ...part } } })
  const number = (entry: 'atLeast' | 'atMost' | 'preparation', max: number) => (
    <Field
      label={entry === 'preparation' ? card().preparationMinutes : card()[entry]}
      type="number"
      inputMode="numeric"
      min={1}
      max={max}
      value={props.form[entry] ?? ''}
      onInput={(typed) => props.change({ [entry]: typed })}
      error={entry === 'preparation' && props.missing.has(entry) ? card().needPreparation : undefined}
    />
  )
  return (
    <section class="part">
      <h2>{card().whatIsNeeded}</h2>
      <Choices
        label={words().resources}
        words={props.dictionary.resources}
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
      <Select
        label={card().devices}
        value={props.form.devices ?? ''}
        options={[
          { value: '', label: card().notSaid },
          ...keysOf(card().deviceKinds).map((value) => ({ value, label: card().deviceKinds[value] })),
        ]}
        onPick={(devices) =>
          props.change({ devices: keysOf(card().deviceKinds).find((one) => one === devices) ?? null })
        }
      />
      <Group label={card().classSize} error={props.missing.has('size') ? card().needSize : undefined}>
        <div class={css.pair}>
          {number('atLeast', LIMITS.classSize)}
          {number('atMost', LIMITS.classSize)}
        </div>
      </Group>
      <div class={css.short}>{number('preparation', LIMITS.practiceMinutes)}</div>
      <Choices
        label={card().literacyAreas}
        words={keysOf(card().literacies).map((slug) => ({ slug, name: card().literacies[slug] }))}
        chosen={props.form.literacy ?? []}
        onChange={(chosen) => {
          const literacy = keysOf(card().literacies).filter((area) => chosen.includes(area))
          props.change({ literacy, functionalLiteracy: literacy.length > 0 || props.form.functionalLiteracy })
        }}
      />
      <Choices
        label={card().links}
        most={5}
        words={props.dictionary.subjects.filter(({ slug }) => !props.form.subjects.includes(slug))}
        chosen={props.form.links ?? []}
        onChange={(links) => props.change({ links })}
      />
      <Choices
        label={words().methods}
        words={props.dictionary.methods}
        chosen={props.form.methods}
        onChange={(methods) => props.change({ methods })}
      />
      <Choices
        label={words().evidence}
        words={props.dictionary.evidence}
        chosen={props.form.evidence}
        onChange={(evidence) => props.change({ evidence })}
      />
      <details open={props.missing.has('alsoIn') || undefined}>
        <summary>
          <span>{card().inOther}</span>
          <Icon name="down" />
        </summary>
        <div class="part">
          <p class="small">{card().inOtherWhy}</p>
          <For each={others()}>
            {(language) => (
              <>
                <Text
                  label={card().titleIn(LANGUAGE_NAMES[language])}
                  most={LIMITS.title}
                  lang={language}
                  value={props.form.alsoIn[language].title}
                  onInput={(title) => also(language, { title })}
                />
                <Text
                  label={card().summaryIn(LANGUAGE_NAMES[language])}
                  most={LIMITS.practiceStep}
                  rows={3}
                  lang={language}
                  value={props.form.alsoIn[language].summary}
                  onInput={(summary) => also(language, { summary })}
                  error={
                    props.missing.has('alsoIn') &&
                    Boolean(props.form.alsoIn[language].title.trim()) !==
                      Boolean(props.form.alsoIn[language].summary.trim())
                      ? card().bothOrNone
                      : undefined
                  }
                />
              </>
            )}
          </For>
        </div>
      </details>
    </section>
  )
}
