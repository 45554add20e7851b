import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AcademyError, Id, LIMITS, PACKS } from '@academy/contract'
import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import type { Rooms } from '../open-rooms.ts'
import { bringer, type FileRouteDeps, refuse } from '../platform/files/routes.ts'
import { createRate } from '../platform/rate.ts'

const Asked = v.strictObject({ id: Id, placeId: Id })

/** Writes what comes to the disk, and no more than a pack may be. */
async function bring(request: IncomingMessage, path: string): Promise<void> {
  const most = LIMITS.pack.size
  if (Number(request.headers['content-length'] ?? 0) > most) throw new AcademyError('too-large')
  let size = 0
  const bounded = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      if (size > most) done(new AcademyError('too-large'))
      else done(null, chunk)
    },
  })
  await pipeline(request, bounded, createWriteStream(path, { mode: 0o600, flags: 'wx' }))
}

/** Bringing a pack: it is opened for a form, and what it was is gone when the answer is. */
export async function registerPackRoutes(
  app: FastifyInstance,
  { rooms, contextOf }: { rooms: Rooms; contextOf: FileRouteDeps['contextOf'] },
): Promise<void> {
  const memberOf = bringer(contextOf)
  const rate = createRate(LIMITS.pack.perHour, 3600)
  await app.register(async (up) => {
    // The bytes go to the disk as they come; nothing here holds them.
    up.removeAllContentTypeParsers()
    up.addContentTypeParser('*', (_request, _payload, done) => done(null))

    up.post(PACKS, { config: { policy: 'mayPublishPractice' } }, async (request, reply) => {
      const path = join(rooms.files.bytes.up, `${randomUUID()}.part`)
      try {
        const member = await memberOf(request, reply)
        const asked = v.safeParse(Asked, request.query)
        if (!asked.success) throw new AcademyError('bad-input')
        await rate.take(member.id)
        await bring(request.raw, path)
        const opened = await rooms.practices.takeAway.open(member, { ...asked.output, path })
        return await reply.header('cache-control', 'no-store').send(opened)
      } catch (error) {
        return refuse(reply, error)
      } finally {
        await rm(path, { force: true })
      }
    })
  })
}
