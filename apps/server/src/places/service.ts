import {
  AcademyError,
  type Actor,
  type AddPlace,
  type Done,
  type EditPlace,
  type Id,
  PLACE_KINDS,
  type PlaceBrief,
  type PlaceKind,
  type PlacePage,
  type PlacePath,
  type PlaceView,
  type School,
  type TeachingLanguage,
  type Trilingual,
} from '@academy/contract'
import type { Db, Store } from '@academy/database'
import { fold } from '@academy/language'
import { mayAddPlace, mayEditPlace } from '@academy/policy'
import type { Clock } from '../platform/clock.ts'
import type { Commands } from '../platform/commands.ts'
import { readCursor, writeCursor } from '../platform/cursors.ts'
import { createRepeatable, type DoDeed } from '../platform/deeds.ts'
import { namesOfPlace, newPlace, schoolColumns } from './make-place.ts'
import { ensurePilot } from './pilot.ts'
import { presentBrief, presentPlace } from './present.ts'
import * as store from './store.ts'

export interface PlacesDeps {
  db: Store
  clock: Clock
  commands: Commands
  doDeed: DoDeed
}

const AFTER_NAME = { nameKey: 'text', id: 'text' } as const

export function createPlacesService(deps: PlacesDeps) {
  const { db, clock, doDeed } = deps
  const repeatable = createRepeatable(deps)

  /** A place never moves, so its path is read once and stays true. */
  const paths = new Map<Id, PlacePath>()

  async function pathOf(placeId: Id): Promise<PlacePath | undefined> {
    const known = paths.get(placeId)
    if (known) return known
    const path = await store.findPath(db.read, placeId)
    if (path) paths.set(placeId, path)
    return path
  }

  async function briefs(ids: readonly Id[]): Promise<Map<Id, PlaceBrief>> {
    const rows = await store.findPlaces(db.read, ids)
    return new Map(rows.map((row) => [row.id, presentBrief(row)]))
  }

  /** What a lesson depends on, of those of these places that are schools. */
  async function schoolsAmong(
    db: Db,
    ids: readonly Id[],
  ): Promise<Map<Id, { isSmall: boolean; languages: TeachingLanguage[] }>> {
    const rows = await store.findPlaces(db, ids)
    return new Map(
      rows.flatMap((row) =>
        row.kind === 'school'
          ? [[row.id, { isSmall: row.isSmall ?? false, languages: row.languages ?? [] }] as const]
          : [],
      ),
    )
  }

  async function nameOf(placeId: Id): Promise<Trilingual> {
    const row = await store.findPlace(db.read, placeId)
    if (!row) throw new AcademyError('not-found')
    return row.name
  }

  /** The way down to a place, without the place itself. */
  async function above(path: PlacePath): Promise<PlaceBrief[]> {
    const found = await briefs(path.slice(0, -1))
    return path.flatMap((id) => found.get(id) ?? [])
  }

  async function place(placeId: Id): Promise<PlaceView> {
    const row = await store.findPlace(db.read, placeId)
    if (!row) throw new AcademyError('not-found')
    const [up, support, attached] = await Promise.all([
      above(row.path),
      row.supportSchoolId ? store.findPlace(db.read, row.supportSchoolId) : undefined,
      row.kind === 'school' ? store.countAttached(db.read, row.id) : 0,
    ])
    return presentPlace(row, { above: up, supportSchool: support ? presentBrief(support) : null, attached })
  }

  const page = (rows: store.PlaceRow[], limit: number): PlacePage => {
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return {
      items: shown.map(presentBrief),
      next: rows.length > limit && last ? writeCursor(last.nameKey, last.id) : null,
    }
  }

  async function children(q: { placeId: Id | null; limit: number; cursor: string | null }): Promise<PlacePage> {
    const last = readCursor(q.cursor, AFTER_NAME)
    return page(await store.childrenOf(db.read, { parentId: q.placeId, last, limit: q.limit + 1 }), q.limit)
  }

  /** The places themselves and everything below them. */
  async function coveredBy(placeIds: readonly Id[]): Promise<Id[]> {
    const all = new Set(placeIds)
    let level = [...placeIds]
    for (let depth = 1; depth < PLACE_KINDS.length && level.length > 0; depth++) {
      level = (await store.childIds(db.read, level)).map(({ id }) => id).filter((id) => !all.has(id))
      for (const id of level) all.add(id)
    }
    return [...all]
  }

  async function schoolsOf(q: {
    placeId: Id
    search: string
    limit: number
    cursor: string | null
  }): Promise<PlacePage> {
    const last = readCursor(q.cursor, AFTER_NAME)
    const placeIds = await coveredBy([q.placeId])
    const rows = await store.schoolsIn(db.read, { placeIds, part: fold(q.search).trim(), last, limit: q.limit + 1 })
    return page(rows, q.limit)
  }

  async function add(actor: Actor, input: AddPlace): Promise<Done> {
    const up = input.parentId ? await pathOf(input.parentId) : []
    if (!up) throw new AcademyError('not-found')
    if (!mayAddPlace(actor, { kind: input.kind, above: up })) throw new AcademyError('refused')
    await mustFit(input.kind, input.parentId)
    await mustBeWhole(input.kind, input.school)
    const at = clock.now()
    const { done } = await doDeed({ actor, path: 'places.add', input, at }, async (tx) => {
      if (await store.findPlace(tx, input.id)) throw new AcademyError('command/conflict')
      await store.addPlaces(tx, [newPlace({ ...input, demo: false, at }, up)])
      return []
    })
    return done
  }

  async function edit(actor: Actor, input: EditPlace): Promise<Done> {
    const row = await store.findPlace(db.read, input.placeId)
    if (!row) throw new AcademyError('not-found')
    if (!mayEditPlace(actor, { kind: row.kind, path: row.path })) throw new AcademyError('refused')
    await mustBeWhole(row.kind, input.school, row.id)
    const at = clock.now()
    const { done } = await doDeed({ actor, path: 'places.edit', input, at }, async (tx) => {
      const { kato, name, school } = input
      await store.changePlace(tx, row.id, { ...namesOfPlace(name), kato, ...schoolColumns(school) })
      return []
    })
    return done
  }

  /** A place lies in one of a wider kind; only a region lies in none. */
  async function mustFit(kind: PlaceKind, parentId: Id | null): Promise<void> {
    const parent = parentId ? await store.findPlace(db.read, parentId) : undefined
    const fits = parent ? PLACE_KINDS.indexOf(parent.kind) < PLACE_KINDS.indexOf(kind) : kind === 'region'
    if (!fits) throw new AcademyError('bad-input', { fields: ['parentId'] })
  }

  /** A school says what kind of school it is, other places do not; a support school is another school. */
  async function mustBeWhole(kind: PlaceKind, school: School | null, self?: Id): Promise<void> {
    if ((kind === 'school') !== (school !== null)) throw new AcademyError('bad-input', { fields: ['school'] })
    if (!school?.supportSchoolId) return
    const support = await store.findPlace(db.read, school.supportSchoolId)
    if (support?.kind !== 'school' || support.id === self)
      throw new AcademyError('bad-input', { fields: ['school.supportSchoolId'] })
  }

  /** The region administrators stand in; on a new database it is drawn now. */
  async function firstRegion(): Promise<Id> {
    const region = await db.write((tx) => ensurePilot(tx, clock.now()))
    return region.id
  }

  return {
    firstRegion,
    pathOf,
    briefs,
    nameOf,
    above,
    place,
    children,
    coveredBy,
    schoolsOf,
    schoolsAmong,
    add: repeatable('places.add', add),
    edit: repeatable('places.edit', edit),
  }
}

export type PlacesService = ReturnType<typeof createPlacesService>
