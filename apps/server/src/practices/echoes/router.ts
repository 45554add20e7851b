import { EchoesOf, SeeEchoes } from '@academy/contract'
import { memberProcedure, router } from '../../platform/trpc.ts'
import type { EchoesService } from './service.ts'

export const echoesRouter = (echoes: EchoesService) =>
  router({
    echoes: memberProcedure('oneself')
      .input(EchoesOf)
      .query(({ ctx, input }) => echoes.list(ctx.actor, input)),
    seeEchoes: memberProcedure('oneself')
      .input(SeeEchoes)
      .mutation(({ ctx, input }) => echoes.see(ctx.actor, input)),
  })
