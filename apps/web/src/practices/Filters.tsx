import { LIMITS, LOCALES, type PracticeFacets } from '@academy/contract'
import { Select } from '@academy/design/Field'
import { Tick } from '@academy/design/Tick'
import { LANGUAGE_NAMES } from '@academy/language/locale'
import { formatCount } from '@academy/language/numbers'
import { grades, minutes } from '@academy/language/ranges'
import { createEffect, createMemo, Show } from 'solid-js'
import { locale, useWords } from '../locale/locale.ts'
import { createAsked } from '../shell/create-asked.ts'
import { firstKey } from '../shell/first-data.ts'
import { useSync } from '../shell/use-sync.ts'
import { ALL_GRADES } from './all-grades.ts'
import { type Filter, type Library, MINUTES } from './create-library.ts'
import css from './list.module.css'

/** What the list can be sifted by, with how many each would leave. Stands at the side of a desk and in a sheet on a phone. */
export const Filters = (props: { of: Library }) => {
  const sync = useSync()
  const words = useWords('practices')
  const input = () => ({ locale: locale(), ...props.of.wish() })
  const facets = createAsked<PracticeFacets>(
    createMemo(() => firstKey('practices.facets', input())),
    () => sync.rpc.practices.facets.query(input()),
  )
  /** What was counted last stays until it is counted anew: rows do not come and go under the finger. */
  const counted = createMemo<PracticeFacets | undefined>((before) => facets.value() ?? before)
  createEffect(() => {
    const now = counted()
    if (now) props.of.learn(now)
  })
  const subjects = () => {
    const chosen = props.of.one('subject')
    return (counted()?.subjects ?? []).filter(({ slug, count }) => count > 0 || slug === chosen)
  }
  const pick = (name: Filter) => (value: string) => props.of.set(name, value)
  const tick = (
    name: 'ungraded' | 'literacy' | 'offline' | 'devices' | 'tried' | 'mine',
    word: () => string,
    count: () => number | undefined,
  ) => (
    <div class={css.counted}>
      <Tick checked={props.of.one(name) !== ''} onChange={(on) => props.of.set(name, on ? 'on' : '')}>
        {word()}
      </Tick>
      <span class="small">{count() === undefined ? '' : formatCount(locale(), count() ?? 0, LIMITS.counted)}</span>
    </div>
  )
  return (
    <div class="part">
      <Select
        label={words().subject}
        value={props.of.one('subject')}
        onPick={pick('subject')}
        options={[
          { value: '', label: words().anySubject },
          ...subjects().map(({ slug, name, count }) => ({
            value: slug,
            label: `${name} · ${formatCount(locale(), count, LIMITS.counted)}`,
          })),
        ]}
      />
      <Select
        label={words().grade}
        value={props.of.one('grade')}
        onPick={pick('grade')}
        options={[
          { value: '', label: words().anyGrade },
          ...ALL_GRADES.map((grade) => ({ value: `${grade}`, label: grades(locale(), grade) })),
        ]}
      />
      <fieldset>
        <legend>
          <b>{words().circumstances}</b>
        </legend>
        {tick(
          'ungraded',
          () => words().ungraded,
          () => counted()?.ungraded,
        )}
        {tick(
          'offline',
          () => words().offline,
          () => counted()?.offline,
        )}
        {tick(
          'devices',
          () => words().noDevices,
          () => counted()?.noDevices,
        )}
        {tick(
          'literacy',
          () => words().literacy,
          () => counted()?.functionalLiteracy,
        )}
        <Show when={counted()?.mySubjects != null}>
          {tick(
            'mine',
            () => words().mySubjects,
            () => counted()?.mySubjects ?? undefined,
          )}
        </Show>
        <Show when={counted()?.triedLikeMine != null}>
          {tick(
            'tried',
            () => words().triedLikeMine,
            () => counted()?.triedLikeMine ?? undefined,
          )}
        </Show>
      </fieldset>
      <Select
        label={words().time}
        value={props.of.one('minutes')}
        onPick={pick('minutes')}
        options={[
          { value: '', label: words().anyTime },
          ...MINUTES.map((most) => ({ value: `${most}`, label: words().upTo(minutes(locale(), most)) })),
        ]}
      />
      <Select
        label={words().language}
        value={props.of.one('language')}
        onPick={pick('language')}
        options={[
          { value: '', label: words().anyLanguage },
          ...LOCALES.map((language) => ({
            value: language,
            label: counted()
              ? `${LANGUAGE_NAMES[language]} · ${formatCount(locale(), counted()?.languages[language] ?? 0, LIMITS.counted)}`
              : LANGUAGE_NAMES[language],
          })),
        ]}
      />
    </div>
  )
}
