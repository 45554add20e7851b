import type { PracticeContent } from '@academy/contract'

interface Waiting {
  round: { at: Date }
  row: { content: PracticeContent }
}

/** How near a practice is to what somebody has shared themselves: a subject weighs more than a grade, a language they write in most. */
function nearness(content: PracticeContent, own: readonly { content: PracticeContent }[]): number {
  const subjects = new Set(own.flatMap((it) => it.content.subjects))
  const grades = new Set(own.flatMap((it) => it.content.grades))
  const languages = new Set(own.map((it) => it.content.language))
  return (
    (languages.size === 0 || languages.has(content.language) ? 4 : 0) +
    (content.subjects.some((subject) => subjects.has(subject)) ? 2 : 0) +
    (content.grades.some((grade) => grades.has(grade)) ? 1 : 0)
  )
}

/** Orders what waits for a peer: nearest to their own teaching first, among equals whoever waits longest. */
export const byFit =
  (own: readonly { content: PracticeContent }[]) =>
  (a: Waiting, b: Waiting): number =>
    nearness(b.row.content, own) - nearness(a.row.content, own) || a.round.at.getTime() - b.round.at.getTime()
