import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { type Locale, type PracticeOpened, PracticeRef } from '@academy/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { attachmentNamed } from '../platform/disposition.ts'
import { isKnown } from '../platform/kept-answers.ts'
import { pageOf, sendPage } from '../platform/pages.ts'
import { createRate } from '../platform/rate.ts'
import { SHEET_STYLE, sheetHtml } from '../practices/index.ts'
import type { Visit, Visits } from './visit.ts'

/** A title without what no file system lets a file be called. */
export const fileName = (title: string, ending: string) =>
  `${title.replace(/\s*[\\/:*?"<>|]+\s*/g, ' ').trim()}.${ending}`

type At = { Params: { id: string } }

/** What is made for one person at a time: so many in ten minutes. A whole school may share an address. */
export const createTakeRates = () => ({ person: createRate(30, 600), address: createRate(200, 600) })
export type TakeRates = ReturnType<typeof createTakeRates>

/** A practice to take along, for whoever may read it: a page that prints as A4, the same as a PDF, and a pack for another academy. */
export function takeAwayRoutes(app: FastifyInstance, locale: Locale, visits: Visits, rates: TakeRates): void {
  const { takeAway } = visits.rooms.practices
  const config = { policy: 'maySeePractice' } as const

  /** The practice as whoever asks may read it; a refusal is answered as on its page. */
  const taking =
    (send: (reply: FastifyReply, visit: Visit, opened: PracticeOpened) => Promise<unknown>) =>
    async (request: FastifyRequest<At>, reply: FastifyReply) => {
      const visit = await visits.begin(request, reply, locale)
      const ref = v.safeParse(PracticeRef, { practiceId: request.params.id, locale })
      if (!ref.success) return visits.say(reply, locale, 'not-found')
      try {
        return await send(reply, visit, await visit.ask.practices.open(ref.output))
      } catch (error) {
        return visits.refuse(reply, visit, error)
      }
    }

  const whence = () => ({ locale, origin: visits.at('').origin, academy: visits.academyName(locale) })
  const sheetOf = (opened: PracticeOpened) => takeAway.sheet(opened, whence())
  const take = ({ actor, ip }: Visit['ctx']) =>
    actor.kind === 'member' ? rates.person.take(actor.id) : rates.address.take(ip)

  app.get<At>(
    '/practices/:id/print',
    { config },
    taking(async (reply, _visit, opened) =>
      sendPage(reply, pageOf(sheetHtml(sheetOf(opened), { hint: true }), SHEET_STYLE)),
    ),
  )

  app.get<At>(
    '/practices/:id/sheet.pdf',
    { config },
    taking(async (reply, { ctx }, opened) => {
      const sheet = sheetOf(opened)
      // Of what it says, with the day it is taken: the same is not made twice for one reader.
      const etag = `W/"${createHash('sha256').update(JSON.stringify(sheet)).digest('base64url').slice(0, 27)}"`
      reply.headers({ etag, 'cache-control': 'private, no-cache', 'x-content-type-options': 'nosniff' })
      if (isKnown(reply.request.headers['if-none-match'], etag)) return reply.code(304).send()
      await take(ctx)
      const pdf = await takeAway.printShared(sheet)
      return reply
        .headers({
          'content-type': 'application/pdf',
          'content-disposition': attachmentNamed(fileName(sheet.title, 'pdf')),
        })
        .send(Buffer.from(pdf))
    }),
  )

  app.get<At>(
    '/practices/:id/pack.zip',
    { config },
    taking(async (reply, { ctx }, opened) => {
      await take(ctx)
      const pack = await takeAway.pack(ctx.actor, opened, whence())
      const { title } = opened.translation?.content ?? opened.practice
      return reply
        .headers({ 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' })
        .headers({ 'content-type': 'application/zip', 'content-disposition': attachmentNamed(fileName(title, 'zip')) })
        .send(Readable.from(pack))
    }),
  )
}
