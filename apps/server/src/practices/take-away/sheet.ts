import {
  type DictionaryWord,
  type Locale,
  licenceName,
  licenceUrl,
  type PlaceBrief,
  type PracticeView,
  type TranslationShown,
  type Trilingual,
} from '@academy/contract'
import { formatDay } from '@academy/language/dates'
import { grades, minutes } from '@academy/language/ranges'
import { SHEET_WORDS } from './words.ts'

export interface SheetPair {
  label: string
  text: string
  /** Where it is not the page's. */
  lang?: Locale | undefined
}

/** A practice as a short-term plan (ҚМЖ / КСП) on paper: all its texts in their order, ready to be set. */
export interface Sheet {
  locale: Locale
  /** What its author wrote it in. */
  lang: Locale
  academy: string
  plan: string
  title: string
  author: string
  brief: { title: string; summary: string } | null
  facts: SheetPair[]
  run: { heading: string; columns: string[]; rows: string[][] }
  parts: SheetPair[]
  needs: SheetPair[]
  files: { label: string; names: string[] }
  /** Whose it is, from what, what may be done with it, and where it stands. */
  ends: string[]
}

const names = (all: readonly DictionaryWord[]) => all.map(({ name }) => name).join(', ')

export const inLocale = (text: Trilingual, locale: Locale) => text[locale] || text.kk || text.ru || text.en

/** Grades that follow one another are a range; others are named one by one. */
function gradesOf(locale: Locale, all: readonly number[]): string {
  const [first = 0, last = first] = [all[0], all.at(-1)]
  return last - first === all.length - 1 ? grades(locale, first, last) : all.join(', ')
}

/** `translation` stands in the place of the author's words, where the reader's language has one. */
export function sheetOf(
  original: PracticeView,
  translation: TranslationShown | null,
  { locale, origin, academy, now }: { locale: Locale; origin: string; academy: string; now: Date },
): Sheet {
  const words = SHEET_WORDS[locale]
  const it: PracticeView = { ...original, ...translation?.content }
  const { language: lang } = it
  const placeName = (place: PlaceBrief) => `${inLocale(place.name, locale)}${place.demo ? ` (${words.sample})` : ''}`
  const author = [it.author ?? words.someone, ...it.coAuthors].join(', ')
  const plain = (all: [label: string, text: string][]): SheetPair[] =>
    all.flatMap(([label, text]) => (text ? [{ label, text }] : []))
  const written = (all: [label: string, text: string][]): SheetPair[] =>
    plain(all).map((pair) => ({ ...pair, lang: lang === locale ? undefined : lang }))
  const objective = [it.objectiveCode, it.objective].filter(Boolean).join(' ')
  const size = it.classSize && [...new Set([it.classSize.from, it.classSize.to])].join('–')
  const areas = it.literacy.map((area) => words.areas[area]).join(', ')

  return {
    locale,
    lang,
    academy,
    plan: words.plan,
    title: it.title,
    author,
    brief: translation ? null : it.brief,
    facts: [
      ...plain([
        [words.school, placeName(it.place)],
        [words.author, author],
        [words.subject, names(it.subjects)],
        [words.grade, gradesOf(locale, it.grades)],
        [words.time, minutes(locale, it.minutes)],
      ]),
      ...written([
        [words.section, it.section],
        [words.topic, it.topic],
        [words.objective, objective],
        [words.lessonObjective, it.lessonObjective],
        [words.purpose, it.purpose],
      ]),
    ],
    run: {
      heading: words.run,
      columns: [words.stage, words.teacher, words.pupils, words.assessment, words.resources],
      rows: it.steps.map((step, n) => {
        const stage = step.stage ? words.stages[step.stage] : `${n + 1}`
        const when = step.minutes === null ? stage : `${stage}\n${minutes(locale, step.minutes)}`
        return [when, step.text, step.pupils, step.assessment, step.resources]
      }),
    },
    parts: written([
      [words.differentiation, it.differentiation],
      [words.safety, it.safety],
      [words.reflection, it.reflection],
      [words.core, it.core],
      [words.mayChange, it.mayChange],
    ]),
    needs: [
      ...plain([[words.resources, names(it.resources)]]),
      ...written([[words.needs, it.needs]]),
      ...plain([
        [words.internet, words.internets[it.internet]],
        [words.device, it.devices ? words.devices[it.devices] : ''],
        [words.classSize, size ?? ''],
        [words.preparation, it.preparation === null ? '' : minutes(locale, it.preparation)],
        [words.ungraded, it.ungraded ? words.suits : ''],
        [words.literacy, areas || (it.functionalLiteracy ? words.develops : '')],
        [words.links, names(it.links)],
        [words.methods, names(it.methods)],
        [words.evidence, names(it.evidence)],
      ]),
    ],
    files: { label: words.files, names: it.attachments.map(({ name }) => name) },
    ends: [
      ...(it.visibility === 'members' ? [words.members] : []),
      `${author}, ${placeName(it.place)}. ${words.published}: ${formatDay(locale, it.publishedAt)}, ${words.version(it.version)}.`,
      ...(translation ? [`${words.translated(original.language, translation.by)}.`] : []),
      ...it.chain.map(
        (from) =>
          `${words.adaptedFrom}: «${from.title}», ${[from.author, placeName(from.place)].filter(Boolean).join(', ')}.`,
      ),
      ...(it.source
        ? [
            `${words.adaptedFrom}: «${it.source.title}», ${[it.source.author, it.source.place].filter(Boolean).join(', ')}, ${licenceName(it.source.licence)}, ${it.source.url}`,
          ]
        : []),
      `${words.licence}: ${licenceName(it.licence)}, ${licenceUrl(it.licence)}`,
      `${origin}/${locale}/practices/${it.id}`,
      `${words.taken(formatDay(locale, now.getTime()))}.`,
    ],
  }
}
