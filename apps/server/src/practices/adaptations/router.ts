import { OriginChangesOf } from '@academy/contract'
import { memberProcedure, router } from '../../platform/trpc.ts'
import type { AdaptationsService } from './service.ts'

export const adaptationsRouter = (adaptations: AdaptationsService) =>
  router({
    originChanges: memberProcedure('maySeePractice')
      .input(OriginChangesOf)
      .query(({ ctx, input }) => adaptations.changes(ctx.actor, input)),
  })
