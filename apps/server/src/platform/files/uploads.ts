import { existsSync } from 'node:fs'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import {
  AcademyError,
  type ErrorCode,
  endingOf,
  FileName,
  Id,
  isErrorCode,
  LIMITS,
  type Member,
  UPLOADS,
} from '@academy/contract'
import type { ServerOptions } from '@tus/server'
import * as v from 'valibot'
import type { Rate } from '../rate.ts'
import type { Bytes } from './bytes.ts'

/** An upload that has all its bytes, as it lies on the disk. */
export interface Arrived {
  id: Id
  ownerId: Id
  placeId: Id
  name: string
  path: string
}

export interface UploadDeps {
  bytes: Bytes
  rate: Rate
  /** Throws where the school's share would not hold it. */
  checkRoom(placeId: Id, size: number): Promise<void>
  /** Is there a file by that id? */
  isTaken(id: Id): Promise<boolean>
  /** Looks at it and keeps it; throws its refusal. */
  takeIn(arrived: Arrived): Promise<void>
  answer(error: unknown): { status_code: number; body: string }
}

export type Uploads = ReturnType<typeof openUploads>

const uploadId = (ownerId: Id, id: Id) => `${ownerId}-${id}`

/**
 * Uploads that go on where a line was cut (tus). An upload is named by its owner and the id of the file it will be, so both ends know its
 * address without asking, and nobody reaches another's. A finished one becomes a file, or its refusal is remembered beside it.
 */
export function openUploads(deps: UploadDeps) {
  const { bytes } = deps
  const askers = new WeakMap<IncomingMessage, { member: Member; upload: string | undefined }>()
  const taking = new Map<Id, Promise<void>>()
  const markOf = (upload: string) => join(bytes.up, `${upload}.refused`)

  type Asked = Parameters<NonNullable<ServerOptions['onUploadFinish']>>[0]
  const askOf = (request: Asked) => askers.get(request.runtime?.node?.req as IncomingMessage)
  const askerOf = (request: Asked): Member => {
    const asked = askOf(request)
    if (!asked) throw new AcademyError('signed-out')
    return asked.member
  }

  const options = {
    path: UPLOADS,
    maxSize: LIMITS.files.size,
    relativeLocation: true,
    // Only our own pages come here, and they need no permission.
    allowedOrigins: [],
    // @NOTE The library would read the whole address, and what follows `?` may name another's upload.
    getFileIdFromRequest: (request) => askOf(request)?.upload,
    namingFunction: (request, metadata) => {
      const id = v.safeParse(Id, metadata?.id)
      if (!id.success) throw new AcademyError('bad-input', { fields: ['id'] })
      return uploadId(askerOf(request).id, id.output)
    },
    onUploadCreate: async (request, upload) => {
      const member = askerOf(request)
      const name = v.safeParse(FileName, upload.metadata?.name)
      if (!name.success) throw new AcademyError('bad-input', { fields: ['name'] })
      if (!upload.size) throw new AcademyError('bad-input', { fields: ['size'] })
      if (!endingOf(name.output)) throw new AcademyError('files/wrong-type')
      // What was refused once is not sent for nothing again over a line that lost the answer.
      const refused = await refusalOf(upload.id)
      if (refused) throw new AcademyError(refused)
      if (await deps.isTaken(fileOf(upload.id))) throw new AcademyError('command/conflict')
      const placeId = (member.roles.find((held) => held.placeId === upload.metadata?.placeId) ?? member.roles[0])
        ?.placeId
      if (!placeId) throw new AcademyError('refused')
      await deps.rate.take(member.id)
      if ((await unfinishedOf(member.id)) >= LIMITS.files.unfinished)
        throw new AcademyError('too-many', { retryAfter: 600 })
      await deps.checkRoom(placeId, upload.size)
      return { metadata: { name: name.output, placeId } }
    },
    onUploadFinish: async (_request, upload) => {
      await finish(upload.id)
      return {}
    },
    onResponseError: (_request, error) =>
      isTusError(error)
        ? { status_code: error.status_code, body: deps.answer(refusalFor(error.status_code) ?? error).body }
        : deps.answer(error),
  } satisfies Omit<ServerOptions, 'datastore' | 'locker'>

  /** Made with the first upload: reading the two libraries takes a good part of a server's start. */
  let made: ReturnType<typeof make> | undefined
  const open = () => {
    made ??= make()
    return made
  }
  async function make() {
    const [{ FileStore }, { Server }] = await Promise.all([import('@tus/file-store'), import('@tus/server')])
    const store = new FileStore({ directory: bytes.up })
    return { store, tus: new Server({ ...options, datastore: store }) }
  }

  async function unfinishedOf(memberId: Id): Promise<number> {
    const names = await readdir(bytes.up)
    return names.filter((name) => name.startsWith(`${memberId}-`) && name.endsWith('.json')).length
  }

  /** Once at a time for a file, whoever brings it. */
  async function finish(upload: string): Promise<void> {
    const id = fileOf(upload)
    const before = taking.get(id)
    if (before) return before
    const now = takeIn(upload).finally(() => taking.delete(id))
    taking.set(id, now)
    return now
  }

  async function takeIn(upload: string): Promise<void> {
    const { store } = await open()
    const found = await store.getUpload(upload)
    const { name, placeId } = found.metadata ?? {}
    const arrived = { id: fileOf(upload), ownerId: upload.slice(0, 26), path: join(bytes.up, upload) }
    try {
      await deps.takeIn({ ...arrived, name: name ?? '', placeId: placeId ?? '' })
    } catch (error) {
      // What is our fault is tried again with the next question; what is wrong with the file stays wrong.
      if (!(error instanceof AcademyError)) throw error
      await writeFile(markOf(upload), error.code)
      await store.remove(upload)
      throw error
    }
    await store.remove(upload)
  }

  /** Why this upload was refused, while that is remembered. */
  async function refusalOf(upload: string): Promise<ErrorCode | undefined> {
    const code = await readFile(markOf(upload), 'utf8').catch(() => undefined)
    return isErrorCode(code) ? code : undefined
  }

  return {
    isOwn: (member: Member, upload: string): boolean =>
      upload.startsWith(`${member.id}-`) &&
      v.is(Id, fileOf(upload)) &&
      upload.length === uploadId(member.id, member.id).length,
    fileOf,
    refusalFor: (ownerId: Id, id: Id) => refusalOf(uploadId(ownerId, id)),

    /** All its bytes are here and nobody looked at them, for the server stopped between the two: now it is done. */
    async completeIfAll(upload: string): Promise<void> {
      if (!existsSync(join(bytes.up, upload))) return
      const { store } = await open()
      const found = await store.getUpload(upload).catch(() => undefined)
      if (found && found.offset === found.size) await finish(upload)
    },

    /** `upload` is the one that was asked for, found to be their own; none where one is begun. */
    async handle(member: Member, request: IncomingMessage, response: ServerResponse, upload?: string): Promise<void> {
      askers.set(request, { member, upload })
      const { tus } = await open()
      return tus.handle(request, response)
    },

    /** Forgets what nobody went on with. */
    async sweep(before: Date): Promise<void> {
      for (const name of await readdir(bytes.up)) {
        const path = join(bytes.up, name)
        const found = await stat(path).catch(() => undefined)
        if (!found) continue
        // An upload and what is known of it go together, by the last byte that came.
        const data = await stat(path.replace(/\.json$/, '')).catch(() => found)
        if (Math.max(found.mtimeMs, data.mtimeMs) < before.getTime()) await rm(path, { force: true })
      }
    },
  }
}

const fileOf = (upload: string): Id => upload.slice(27)

/** What the protocol answers by a number, as a refusal people have a sentence for. */
function refusalFor(status: number): AcademyError | undefined {
  if (status >= 500) return undefined
  return new AcademyError(status === 413 ? 'too-large' : status === 404 || status === 410 ? 'not-found' : 'bad-input')
}

const isTusError = (error: unknown): error is { status_code: number } =>
  typeof error === 'object' && error !== null && 'status_code' in error
