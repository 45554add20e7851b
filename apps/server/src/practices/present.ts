import type {
  FileView,
  Id,
  Locale,
  MyPracticeView,
  PlaceBrief,
  PlacePath,
  PracticeContent,
  PracticeCredit,
  PracticeFacts,
  PracticeRow,
  PracticeVersionRow,
  PracticeView,
  Withdrawal,
} from '@academy/contract'
import { inWords } from './dictionaries.ts'
import type { PracticeRecord, Shown, VersionRecord } from './store.ts'

const ms = (at: Date | null) => at?.getTime() ?? null

export const factsOf = (row: PracticeRecord, placePath: PlacePath): PracticeFacts => ({
  authorId: row.authorId,
  coAuthorIds: row.coAuthorIds,
  placePath,
  visibility: row.visibility,
  withdrawn: row.withdrawnAt !== null,
})

/** Names of who still has an account, and of places, as the reader of `locale` is shown them. */
export interface Names {
  locale: Locale
  people: ReadonlyMap<Id, string>
  places: ReadonlyMap<Id, PlaceBrief>
  /** Schools whose peers reviewed a practice, where any did. */
  marks: ReadonlyMap<Id, { schools: number }>
  /** What was verified in the reader's language, where anything was. */
  translated: ReadonlyMap<Id, { content: PracticeContent }>
}

const SUMMARY = 280

function briefFor({ id, content }: Shown, { locale, translated }: Names) {
  if (content.language === locale) return null
  const words = translated.get(id)?.content
  if (words) return { title: words.title, summary: words.purpose.slice(0, SUMMARY) }
  const other = content.alsoIn.find((it) => it.language === locale)
  return other ? { title: other.title, summary: other.summary } : null
}

export function presentRow(row: Shown, names: Names): PracticeRow | null {
  const { content } = row
  const place = names.places.get(row.placeId)
  if (!place) return null
  return {
    id: row.id,
    title: content.title,
    language: content.language,
    brief: briefFor(row, names),
    subjects: inWords('subjects', content.subjects, names.locale),
    grades: content.grades,
    minutes: content.minutes,
    internet: content.internet,
    ungraded: content.ungraded,
    functionalLiteracy: content.functionalLiteracy,
    author: names.people.get(row.authorId ?? '') ?? null,
    reviewedBy: names.marks.get(row.id)?.schools ?? 0,
    place,
    visibility: row.visibility,
    publishedAt: row.publishedAt.getTime(),
    editedAt: ms(row.editedAt),
  }
}

export function presentPractice(
  row: Shown,
  names: Names,
  attachments: FileView[],
  { chain, credits }: Pick<PracticeView, 'chain' | 'credits'>,
): PracticeView | null {
  const brief = presentRow(row, names)
  if (!brief) return null
  const { content } = row
  return {
    ...content,
    ...brief,
    coAuthors: row.coAuthorIds.flatMap((id) => names.people.get(id) ?? []),
    version: row.current,
    chain,
    credits,
    attachments,
    links: inWords('subjects', content.links, names.locale),
    resources: inWords('resources', content.resources, names.locale),
    methods: inWords('methods', content.methods, names.locale),
    evidence: inWords('evidence', content.evidence, names.locale),
  }
}

export function presentCredit({ id, authorId, placeId, content }: Shown, names: Names): PracticeCredit | null {
  const place = names.places.get(placeId)
  const author = names.people.get(authorId ?? '') ?? null
  return place ? { id, title: content.title, language: content.language, author, place } : null
}

export const presentWithdrawal = (row: PracticeRecord): Withdrawal | null =>
  row.withdrawnAt && {
    at: row.withdrawnAt.getTime(),
    byAuthor: row.authorId !== null && row.withdrawnBy === row.authorId,
    reason: row.withdrawnReason ?? '',
  }

export const presentMine = (row: Shown): MyPracticeView => ({
  id: row.id,
  title: row.content.title,
  language: row.content.language,
  version: row.current,
  visibility: row.visibility,
  publishedAt: row.publishedAt.getTime(),
  editedAt: ms(row.editedAt),
  withdrawal: presentWithdrawal(row),
})

export const presentVersion = (version: VersionRecord, people: ReadonlyMap<Id, string>): PracticeVersionRow => ({
  n: version.n,
  at: version.at.getTime(),
  by: people.get(version.writerId ?? '') ?? null,
  title: version.content.title,
})
