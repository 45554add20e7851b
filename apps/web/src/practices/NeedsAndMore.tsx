import { INTERNET, LIMITS, LOCALES, type PracticeWords } from '@academy/contract'
import { Icon } from '@academy/design/Icon'
import { LANGUAGE_NAMES } from '@academy/language/locale'
import { For } from 'solid-js'
import { useWords } from '../locale/locale.ts'
import { Choices, Radios, Text } from './FormParts.tsx'
import type { Form } from './practice-form.ts'

/** What a practice needs and how one sees that it worked, and its short form in the other languages. */
export const NeedsAndMore = (props: {
  form: Form
  change: (part: Partial<Form>) => void
  dictionary: PracticeWords
  /** The short form in another language is half written. */
  wrong: boolean
}) => {
  const words = useWords('practices')
  const card = useWords('card')
  const others = () => LOCALES.filter((it) => it !== props.form.language)
  const also = (language: (typeof LOCALES)[number], part: Partial<Form['alsoIn']['kk']>) =>
    props.change({ alsoIn: { ...props.form.alsoIn, [language]: { ...props.form.alsoIn[language], ...part } } })
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
      <details open={props.wrong || undefined}>
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
                    props.wrong &&
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
