import { CLASS_KINDS, LIMITS, LOCALES, type Locale, type PlaceBrief } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Field, Select } from '@academy/design/Field'
import { LANGUAGE_NAMES } from '@academy/language/locale'
import { For, Show } from 'solid-js'
import { useWords } from '../locale/locale.ts'
import { ALL_GRADES } from './all-grades.ts'
import { Group, Radios } from './FormParts.tsx'
import { placeOf } from './practice-words.ts'
import css from './practices.module.css'
import { today, type Written } from './try-form.ts'

/** In which class, when and where it was tried. */
export const TryMore = (props: {
  written: Written
  change: (part: Partial<Written>) => void
  need: (name: 'grades' | 'day') => string | undefined
  places: readonly PlaceBrief[]
  placeId: string
}) => {
  const words = useWords('trying')
  const practices = useWords('practices')
  return (
    <>
      <Radios
        name="class"
        label={words().classKind}
        value={props.written.classKind}
        options={CLASS_KINDS.map((value) => ({ value, label: words().kinds[value] }))}
        onPick={(classKind) => props.change({ classKind })}
      />
      <Group label={words().grades} error={props.need('grades')}>
        <div class={css.grades}>
          <For each={ALL_GRADES}>
            {(grade) => (
              <Button
                pressed={props.written.grades.includes(grade)}
                onPress={() => {
                  const { grades } = props.written
                  const next = grades.includes(grade) ? grades.filter((it) => it !== grade) : [...grades, grade]
                  props.change({ grades: next.sort((a, b) => a - b) })
                }}
              >
                {grade}
              </Button>
            )}
          </For>
        </div>
      </Group>
      <div class={`part ${css.short}`}>
        <Field
          label={words().pupilsField}
          type="number"
          inputMode="numeric"
          min={1}
          max={LIMITS.classSize}
          value={props.written.pupils}
          onInput={(value) => props.change({ pupils: value })}
        />
        <Field
          label={words().day}
          type="date"
          max={today()}
          value={props.written.day}
          onInput={(day) => props.change({ day })}
          error={props.need('day')}
        />
      </div>
      <Select
        label={words().language}
        value={props.written.language}
        onPick={(language) => props.change({ language: language as Locale })}
        options={LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
      <Show when={props.places.length > 1}>
        <Select
          label={words().place}
          value={props.placeId}
          onPick={(value) => props.change({ placeId: value })}
          options={props.places.map((place) => ({ value: place.id, label: placeOf(practices(), place) }))}
        />
      </Show>
    </>
  )
}
