import type { Id, PracticeContent, PracticeVisibility } from '@academy/contract'
import { type Db, putDocument, putNewDocuments, type SearchDocument } from '@academy/database'
import { documentOf, KIND, tagsOf } from './content.ts'
import { addPractice, addPractices, type PracticeRecord, setTags } from './store.ts'

export interface Shelved {
  row: PracticeRecord
  content: PracticeContent
  tags: string[]
  document: SearchDocument
}

/** Everything a new practice is kept as. Its words are made here, before the write that all others wait for. */
export function newPractice(
  whose: {
    id: Id
    authorId: Id | null
    placeId: Id
    visibility: PracticeVisibility
    at: Date
    origin?: { practiceId: Id; version: number } | undefined
  },
  content: PracticeContent,
): Shelved {
  const { at, origin, ...row } = whose
  return {
    row: {
      ...row,
      coAuthorIds: [],
      authorsChanged: 0,
      current: 1,
      publishedAt: at,
      editedAt: null,
      originId: origin?.practiceId ?? null,
      originVersion: origin?.version ?? null,
      withdrawnAt: null,
      withdrawnBy: null,
      withdrawnReason: null,
    },
    content,
    tags: tagsOf(content),
    document: documentOf(row.id, content, row.visibility),
  }
}

export async function shelve(tx: Db, { row, content, tags, document }: Shelved): Promise<void> {
  await addPractice(tx, row, content)
  await setTags(tx, row.id, tags)
  await putDocument(tx, document)
}

/** A whole batch of practices that nobody has yet, in as few queries as may be. */
export async function shelveMany(tx: Db, all: readonly Shelved[]): Promise<void> {
  if (all.length === 0) return
  await addPractices(tx, all)
  await putNewDocuments(
    tx,
    KIND,
    all.map(({ document }) => document),
  )
}
