import {
  AcademyError,
  type Done,
  type DraftRef,
  type DraftRow,
  type DraftView,
  type DropDraft,
  LIMITS,
  LOCALES,
  type Member,
  type MyDrafts,
  type Page,
  type SaveDraft,
} from '@academy/contract'
import { oneAtATime } from '@academy/database'
import { readCursor, writeCursor } from '../../platform/cursors.ts'
import { createRepeatable } from '../../platform/deeds.ts'
import { masked } from '../content.ts'
import type { PracticesDeps } from '../shared.ts'
import * as store from './store.ts'

/** As JSON hides them, there may be signs in it that no database keeps: they go, and what was written stays. */
const storable = (text: string) => text.toWellFormed().replaceAll('\0', '')
const written = (_key: string, value: unknown) => {
  if (typeof value === 'string') return storable(value)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [storable(key), it]))
}

export type DraftsService = ReturnType<typeof createDrafts>

/** What somebody is writing, the same on all their devices and nobody else's. */
export function createDrafts(deps: PracticesDeps) {
  const { db, clock, doDeed } = deps
  const repeatable = createRepeatable(deps)

  /** Nothing is written over: where another device has saved meanwhile, this one is told and keeps its own. */
  async function save(member: Member, input: SaveDraft): Promise<Done> {
    const at = clock.now()
    const { practiceId, base } = input
    const form = masked(JSON.parse(input.form, written) as Record<string, unknown>)
    const row = { practiceId, memberId: member.id, form, n: base + 1, at }
    const { done } = await doDeed({ actor: member, path: 'practices.saveDraft', input, at }, async (tx) => {
      if (base === 0) await oneAtATime(tx, `drafts of ${member.id}`)
      if (base === 0 && (await store.countDrafts(tx, member.id)) >= LIMITS.drafts)
        throw new AcademyError('practices/too-many-drafts')
      if (!(await (base === 0 ? store.beginDraft(tx, row) : store.goOnDraft(tx, row))))
        throw new AcademyError('practices/edited-elsewhere')
      return []
    })
    return done
  }

  async function drop(member: Member, input: DropDraft): Promise<Done> {
    const at = clock.now()
    const { done } = await doDeed({ actor: member, path: 'practices.dropDraft', input, at }, async (tx) => {
      await store.dropDraft(tx, member.id, input.practiceId)
      return []
    })
    return done
  }

  /** Null: there is none. Whose practice it is does not matter: a draft is its writer's. */
  async function open(member: Member, { practiceId }: DraftRef): Promise<DraftView | null> {
    const row = await store.findDraft(db.read, member.id, practiceId)
    return row ? { practiceId, form: JSON.stringify(row.form), n: row.n, at: row.at.getTime() } : null
  }

  async function list(member: Member, q: MyDrafts): Promise<Page<DraftRow>> {
    const before = readCursor(q.cursor, { at: 'number', id: 'text' })
    const rows = await store.listDrafts(db.read, {
      memberId: member.id,
      before: before ? { at: new Date(before.at), id: before.id } : null,
      limit: q.limit + 1,
    })
    const page = rows.slice(0, q.limit)
    const last = page.at(-1)
    return {
      items: page.map(({ practiceId, form, at, published }) => ({
        practiceId,
        title: typeof form.title === 'string' ? form.title.slice(0, LIMITS.title) : '',
        language: LOCALES.find((locale) => locale === form.language) ?? null,
        at: at.getTime(),
        published,
      })),
      next: rows.length > q.limit && last ? writeCursor(last.at.getTime(), last.practiceId) : null,
    }
  }

  return {
    save: repeatable('practices.saveDraft', save),
    drop: repeatable('practices.dropDraft', drop),
    open,
    list,
  }
}
