import type { DemoDoor, LiveSessionView, Locale, PlaceBrief, PracticeRow, PublicView } from '@academy/contract'
import { Icon } from '@academy/design/Icon'
import { dayLabel, formatTime } from '@academy/language/dates'
import { LANGUAGE_BADGES } from '@academy/language/locale'
import { grades, minutes } from '@academy/language/ranges'
import { For, Show } from 'solid-js'
import { inLocale, WORDS } from './words.ts'

const LIST = ', '

/** «Бүгін, 18:00», «25 қараша, 18:00». */
export const moment = (ms: number, locale: Locale) => `${dayLabel(locale, ms, Date.now())}, ${formatTime(ms)}`

/** Grades that follow one another are a range, others are named one by one. */
export const gradesOf = (locale: Locale, all: readonly number[]): string => {
  const first = all[0] ?? 0
  const last = all.at(-1) ?? first
  if (last - first === all.length - 1) return grades(locale, first, last)
  const before = all.slice(0, -1).join(LIST)
  if (locale === 'en') return `grades ${before}, ${last}`
  return locale === 'ru' ? `${before}, ${last} классы` : `${before}, ${grades(locale, last)}`
}

export const placeName = (place: PlaceBrief, locale: Locale) =>
  `${inLocale(place.name, locale).text}${place.demo ? ` (${WORDS[locale].public.sample})` : ''}`

/** The title in the reader's language where its author gave one. */
export const titleOf = (practice: PracticeRow, locale: Locale) =>
  practice.brief
    ? { text: practice.brief.title, lang: undefined }
    : { text: practice.title, lang: langOf(practice.language, locale) }

/** The practice in the reader's language where somebody verified it, unless they asked for the original. */
export const shownOf = ({ practice, translation, original }: PublicView<'practice'>) =>
  translation && !original ? { ...practice, ...translation.content } : practice

export const langOf = (language: Locale, locale: Locale) => (language === locale ? undefined : language)

/** Place · subjects · grades · minutes. */
export const practiceMeta = (practice: PracticeRow, locale: Locale) =>
  [
    placeName(practice.place, locale),
    practice.subjects.map((subject) => subject.name).join(LIST),
    gradesOf(locale, practice.grades),
    minutes(locale, practice.minutes),
  ].join('\u00a0· ')

export const PracticeFacts = (props: { practice: PracticeRow; locale: Locale }) => (
  <p class="facts">
    <span class="lang">{LANGUAGE_BADGES[props.practice.language]}</span>
    <Show when={props.practice.ungraded}>
      <span class="tag">
        <Icon name="mixed" />
        {WORDS[props.locale].public.mixed}
      </span>
    </Show>
    <Show when={props.practice.reviewedBy}>
      <span class="tag">{WORDS[props.locale].public.reviewed(props.practice.reviewedBy)}</span>
    </Show>
  </p>
)

export const PracticeRows = (props: { items: readonly PracticeRow[]; locale: Locale }) => (
  <ul class="list">
    <For each={props.items}>
      {(practice) => {
        const title = titleOf(practice, props.locale)
        return (
          <li class="practice">
            <h3>
              <a class="voice" href={`/${props.locale}/practices/${practice.id}`} lang={title.lang}>
                {title.text}
              </a>
            </h3>
            <p class="small">{practiceMeta(practice, props.locale)}</p>
            <PracticeFacts practice={practice} locale={props.locale} />
          </li>
        )
      }}
    </For>
  </ul>
)

export const SessionRows = (props: { items: readonly LiveSessionView[]; locale: Locale }) => (
  <ul class="list">
    <For each={props.items}>
      {(session) => {
        const title = inLocale(session.title, props.locale)
        return (
          <li>
            <a class="enter" href={`/${props.locale}/live/${session.id}`}>
              <span>
                <b lang={title.lang}>{title.text}</b>
                <span class="small">
                  {inLocale(session.place, props.locale).text} ·{' '}
                  {WORDS[props.locale].public.starts(moment(session.startsAt, props.locale))}
                </span>
              </span>
              <Icon name="next" />
            </a>
          </li>
        )
      }}
    </For>
  </ul>
)

/** One press and one is in, as a sample person of the role. */
export const DemoRows = (props: { doors: readonly DemoDoor[]; locale: Locale }) => (
  <form method="post" action={`/${props.locale}/demo`}>
    <ul class="list">
      <For each={props.doors}>
        {(door) => (
          <li>
            <button type="submit" class="enter" name="role" value={door.role}>
              <span>
                <b class="first">{WORDS[props.locale].roles[door.role]}</b>
                <span class="small">
                  {door.name} · {placeName(door.place, props.locale)}
                </span>
              </span>
              <Icon name="next" />
            </button>
          </li>
        )}
      </For>
    </ul>
  </form>
)

export const CodeForm = (props: { locale: Locale; code?: string; error?: string | undefined }) => {
  const words = WORDS[props.locale].public
  return (
    <form class="part" method="post" action={`/${props.locale}/join`}>
      <div class="field">
        <label for="code">{words.code}</label>
        <input
          id="code"
          name="code"
          class="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          pattern="[0-9]{3}\s*[0-9]{3}"
          maxlength="7"
          required
          value={props.code ?? ''}
          aria-invalid={props.error ? 'true' : undefined}
          aria-describedby={props.error ? 'code-error' : undefined}
        />
        <Show when={props.error}>
          <p class="err" id="code-error">
            {props.error}
          </p>
        </Show>
      </div>
      <button type="submit" class={`btn wide${props.code === undefined ? '' : ' go'}`}>
        {words.joinDeed}
      </button>
    </form>
  )
}
