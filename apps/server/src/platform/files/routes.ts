import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { AcademyError, actorKey, CONTRACT_VERSION, Id, type Member, UPLOADS } from '@academy/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { attachmentNamed } from '../disposition.ts'
import { refusalStatus, toRefusal } from '../errors-to-wire.ts'
import type { Context } from '../trpc.ts'
import type { FileRecord, Files } from './index.ts'
import { rangeOf } from './ranges.ts'

export interface FileRouteDeps {
  files: Files
  contextOf(request: FastifyRequest, reply: FastifyReply, asked: number): Promise<Context>
}

/** The member who brings something, or the answer to anybody else. What one brought is never taken as the next one's on the same phone. */
export const bringer =
  (contextOf: FileRouteDeps['contextOf']) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<Member> => {
    const { actor, as, contract, refusal } = await contextOf(request, reply, 1)
    if (refusal) throw refusal
    if (contract < CONTRACT_VERSION - 1) throw new AcademyError('client/too-old')
    if (actor.kind !== 'member' || (as !== undefined && as !== actorKey(actor))) throw new AcademyError('signed-out')
    return actor
  }

export const refuse = (reply: FastifyReply, error: unknown) => {
  const refusal = toRefusal(error)
  const httpStatus = refusalStatus(refusal.code)
  return reply
    .code(httpStatus)
    .header('cache-control', 'no-store')
    .send({ error: { code: -32603, message: refusal.code, data: { refusal, httpStatus } } })
}

/** Bringing files, in pieces, and reading them. */
export async function registerFileRoutes(app: FastifyInstance, { files, contextOf }: FileRouteDeps): Promise<void> {
  const { bytes, uploads } = files

  await app.register(async (up) => {
    // The bytes go to the disk as they come; nothing here holds them.
    up.removeAllContentTypeParsers()
    up.addContentTypeParser('*', (_request, _payload, done) => done(null))

    const memberOf = bringer(contextOf)

    up.route<{ Params: { upload?: string } }>({
      method: 'POST',
      url: UPLOADS,
      config: { policy: 'oneself' },
      handler: async (request, reply) => {
        try {
          const member = await memberOf(request, reply)
          reply.hijack()
          await uploads.handle(member, request.raw, reply.raw)
        } catch (error) {
          return refuse(reply, error)
        }
      },
    })

    up.route<{ Params: { upload: string } }>({
      method: ['HEAD', 'PATCH', 'DELETE'],
      url: `${UPLOADS}/:upload`,
      config: { policy: 'oneself' },
      handler: async (request, reply) => {
        try {
          const member = await memberOf(request, reply)
          const { upload } = request.params
          if (!uploads.isOwn(member, upload)) throw new AcademyError('not-found')
          const id = uploads.fileOf(upload)
          if (request.method === 'HEAD') {
            await uploads.completeIfAll(upload)
            const file = await files.findOwn(member, id)
            if (file)
              return reply
                .headers({ 'tus-resumable': '1.0.0', 'upload-offset': file.size, 'upload-length': file.size })
                .header('cache-control', 'no-store')
                .send()
          }
          if (request.method === 'DELETE' && (await files.remove(member, id))) return reply.code(204).send()
          reply.hijack()
          await uploads.handle(member, request.raw, reply.raw, upload)
        } catch (error) {
          return refuse(reply, error)
        }
      },
    })
  })

  async function send(request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply, small: boolean) {
    const { actor, refusal } = await contextOf(request, reply, 1)
    if (refusal) return refuse(reply, refusal)
    const id = v.safeParse(Id, request.params.id)
    const file = id.success ? await files.forReading(actor, id.output) : undefined
    const path = file ? bytes.pathOf(file.id, small && file.small) : ''
    const size = file ? (await stat(path).catch(() => undefined))?.size : undefined
    if (!file || size === undefined) return refuse(reply, new AcademyError('not-found'))

    const etag = `"${file.sha256}${small && file.small ? '-s' : ''}"`
    reply.headers({
      etag,
      // Whoever may not see it any more is not shown what their browser kept: it asks each time, and is answered in a few bytes.
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'accept-ranges': 'bytes',
    })
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    reply.headers({ 'content-type': file.mime, 'content-disposition': dispositionOf(file) })
    const range = rangeOf(request.headers, { size, etag })
    if (range === 'none') return reply.code(416).header('content-range', `bytes */${size}`).send()
    const { start, end } = range ?? { start: 0, end: size - 1 }
    if (range) reply.code(206).header('content-range', `bytes ${start}-${end}/${size}`)
    reply.header('content-length', end - start + 1)
    if (request.method === 'HEAD') return reply.send()
    return reply.send(createReadStream(path, { start, end }))
  }

  const config = { policy: 'the policy of what the file belongs to', compress: false } as const
  app.get<{ Params: { id: string } }>('/files/:id', { config }, (request, reply) => send(request, reply, false))
  app.get<{ Params: { id: string } }>('/files/:id/small', { config }, (request, reply) => send(request, reply, true))
}

/** Shown in the page are only pictures that we drew ourselves, and sound; a document is saved under the name it was brought with. */
const dispositionOf = ({ kind, name }: FileRecord): string => (kind === 'document' ? attachmentNamed(name) : 'inline')
