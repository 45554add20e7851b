import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { AcademyError, type Actor, type FileView, type Id, LIMITS, type Member } from '@academy/contract'
import { type Db, oneAtATime, type Store } from '@academy/database'
import type { Clock } from '../clock.ts'
import { refusalStatus, toRefusal } from '../errors-to-wire.ts'
import { createRate } from '../rate.ts'
import { createTurns } from '../turns.ts'
import { openBytes } from './bytes.ts'
import { type Looked, lookAt } from './look-at.ts'
import * as store from './store.ts'
import { type Arrived, openUploads } from './uploads.ts'

export type { FileRecord } from './store.ts'
export type { Arrived } from './uploads.ts'
export { unpackEntry, type ZipEntry, zipEntries } from './zip.ts'

/** May this person read this file of the subject? Asked at every reading. */
export type MayRead = (actor: Actor, file: store.FileRecord & { subjectId: Id }) => Promise<boolean>

export interface FilesDeps {
  db: Store
  clock: Clock
  dataDirectory: string
  onFault(error: unknown, what: string): void
  /** Bytes of one school's files; tests make it small. */
  quota?: number
}

export type Files = ReturnType<typeof createFiles>

const HOUR = 3600_000
/** Uploads looked at in one moment: each is held as a whole meanwhile. */
const AT_ONCE = 2

/** Files people bring: taken in, bound to what they belong to, read by whoever may read that, and forgotten. */
export function createFiles(deps: FilesDeps) {
  const { db, clock, quota = LIMITS.files.quota } = deps
  const bytes = openBytes(join(deps.dataDirectory, 'files'))
  const readers = new Map<string, MayRead>()
  const inTurn = createTurns(AT_ONCE)

  const uploads = openUploads({
    bytes,
    rate: createRate(LIMITS.files.perHour, 3600),
    checkRoom: (placeId, size) => checkRoom(db.read, placeId, size),
    isTaken: async (id) => (await store.findFile(db.read, id)) !== undefined,
    takeIn,
    answer(error) {
      const refusal = toRefusal(error)
      if (refusal.code === 'fault') deps.onFault(error, 'upload')
      const httpStatus = refusalStatus(refusal.code)
      const answer = { error: { code: -32603, message: refusal.code, data: { refusal, httpStatus } } }
      return { status_code: httpStatus, body: JSON.stringify(answer) }
    },
  })

  async function checkRoom(db: Db, placeId: Id, size: number): Promise<void> {
    if ((await store.usedBy(db, placeId)) + size > quota) throw new AcademyError('files/quota')
  }

  function takeIn(arrived: Arrived): Promise<void> {
    return takeInAll([arrived])
  }

  /** All of them or none: each is looked at before the first is kept. Those that are here already are the same ones, sent again. */
  function takeInAll(all: readonly Arrived[]): Promise<void> {
    return inTurn(() => takeInNow(all))
  }

  async function takeInNow(all: readonly Arrived[]): Promise<void> {
    const known = await store.findFiles(
      db.read,
      all.map(({ id }) => id),
    )
    const fresh = all.filter(({ id, ownerId }) => {
      const before = known.get(id)
      if (before && before.ownerId !== ownerId) throw new AcademyError('command/conflict')
      return !before
    })
    const looked: { looked: Looked; row: store.FileRecord }[] = []
    for (const arrived of fresh) looked.push(await lookedAt(arrived))
    const ids = looked.map(({ row }) => row.id)
    // The bytes first: a row is never without them. Bytes without a row are swept.
    for (const { looked: it, row } of looked) {
      await bytes.put(row.id, it.bytes)
      if (it.small) await bytes.put(row.id, it.small, true)
    }
    try {
      await db.write(async (tx) => {
        // Two that come at once would each find room.
        for (const placeId of new Set(looked.map(({ row }) => row.placeId))) await oneAtATime(tx, `files of ${placeId}`)
        for (const { row } of looked) {
          await checkRoom(tx, row.placeId as Id, row.size)
          if (!(await store.addFile(tx, row))) throw new AcademyError('command/conflict')
        }
      })
    } catch (error) {
      if (error instanceof AcademyError && error.code === 'files/quota') await dropBytes(ids)
      throw error
    }
  }

  async function lookedAt({ id, ownerId, placeId, name, path }: Arrived) {
    const looked = await lookAt(path, name)
    const row: store.FileRecord = {
      id,
      ownerId,
      placeId,
      kind: looked.kind,
      mime: looked.mime,
      name,
      size: looked.bytes.length + (looked.small?.length ?? 0),
      width: looked.width,
      height: looked.height,
      sha256: createHash('sha256').update(looked.bytes).digest('hex'),
      subjectKind: null,
      subjectId: null,
      small: looked.small !== null,
      at: clock.now(),
      goneAt: null,
    }
    return { looked, row }
  }

  /** The file if it may be read; `undefined` for one that is not there, not theirs or gone. */
  async function forReading(actor: Actor, id: Id): Promise<store.FileRecord | undefined> {
    const file = await store.findFile(db.read, id)
    if (!file || file.goneAt) return undefined
    if (file.subjectKind === null || file.subjectId === null)
      return actor.kind === 'member' && actor.id === file.ownerId ? file : undefined
    const mayRead = readers.get(file.subjectKind)
    return mayRead && (await mayRead(actor, { ...file, subjectId: file.subjectId })) ? file : undefined
  }

  /**
   * Before a write that takes files in. One that is not here may be on its way, for a phone sends words before pictures: the sender is told
   * to wait, unless the file was refused, was taken by something else, or was waited for long enough.
   */
  async function expect(
    member: Member,
    ids: readonly Id[],
    to: { subject: store.Subject; composedAt: number | undefined },
  ): Promise<Map<Id, store.FileRecord>> {
    const found = await store.findFiles(db.read, ids)
    for (const id of ids) {
      const file = found.get(id)
      const within = file?.subjectKind === to.subject.kind && file.subjectId === to.subject.id
      if (file && !file.goneAt && (within || (file.subjectKind === null && file.ownerId === member.id))) continue
      if (file && (within || file.ownerId === member.id)) throw new AcademyError('files/gone')
      const refused = await uploads.refusalFor(member.id, id)
      if (refused) throw new AcademyError(refused)
      if (clock.now().getTime() - (to.composedAt ?? 0) > LIMITS.files.waitFor) throw new AcademyError('files/gone')
      throw new AcademyError('files/not-here-yet', { retryAfter: 15 })
    }
    return found
  }

  async function bind(tx: Db, ids: readonly Id[], by: { ownerId: Id; subject: store.Subject }): Promise<void> {
    if (ids.length > 0 && (await store.bindFiles(tx, ids, by)) < new Set(ids).size) throw new AcademyError('files/gone')
  }

  /** After the commit that forgot them. What fails here is done by the sweep. */
  async function dropBytes(ids: readonly Id[]): Promise<void> {
    for (const id of ids) await bytes.drop(id).catch((error) => deps.onFault(error, 'file not removed'))
  }

  async function sweep(): Promise<void> {
    const old = new Date(clock.now().getTime() - LIMITS.files.forgetAfter)
    await uploads.sweep(old)
    await dropBytes(await db.write((tx) => store.dropOrphans(tx, old)))
    let some: { id: Id; at: number }[] = []
    const look = async () => {
      const rows = await store.findFiles(db.read, [...new Set(some.map(({ id }) => id))])
      // Without a row, and not from an upload that is being taken in; or with one that says it is gone.
      const dead = some.filter(({ id, at }) => {
        const row = rows.get(id)
        return row ? row.goneAt !== null : at < old.getTime()
      })
      await dropBytes(dead.map(({ id }) => id))
      some = []
    }
    for await (const file of bytes.all()) if (some.push(file) >= 500) await look()
    await look()
  }

  return {
    bytes,
    uploads,
    /** Who may read the files of a kind of subject. */
    register(kind: string, mayRead: MayRead) {
      readers.set(kind, mayRead)
    },
    forReading,
    expect,
    takeInAll,
    /** Throws where the school's share of the disk would not hold so much more. */
    checkRoom: (placeId: Id, size: number) => checkRoom(db.read, placeId, size),
    bind,
    find: (ids: readonly Id[]) => store.findFiles(db.read, ids),
    /** In a write: their bytes go with `dropBytes` after it, at the latest with the next sweep. */
    forget: store.setGone,
    dropBytes,
    /** Removes one's own that nothing took in. */
    async remove(member: Member, id: Id): Promise<boolean> {
      const removed = await db.write((tx) => store.dropUnbound(tx, id, member.id))
      if (removed) await dropBytes([id])
      return removed
    },
    findOwn: async (member: Member, id: Id) => {
      const file = await store.findFile(db.read, id)
      return file?.ownerId === member.id ? file : undefined
    },
    onMemberErased: (tx: Db, memberId: Id) => store.forgetOwner(tx, memberId),
    contributeToExport: async (memberId: Id) =>
      (await store.filesOf(db.read, memberId)).map(({ id, name, mime, size, at, subjectKind, goneAt }) => ({
        id,
        name,
        mime,
        size,
        broughtAt: at.toISOString(),
        partOf: subjectKind,
        goneAt: goneAt?.toISOString() ?? null,
      })),
    jobs: [{ name: 'sweep files', every: HOUR, run: sweep }],
  }
}

export const presentFile = (file: store.FileRecord, name = file.name): FileView => ({
  fileId: file.id,
  name,
  kind: file.kind,
  mime: file.mime,
  size: file.size,
  width: file.width,
  height: file.height,
})
