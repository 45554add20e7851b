import { EditTrial, SpreadOf, TakeBackTrial, TellTrial, TrialsOf } from '@academy/contract'
import { memberProcedure, openProcedure, router } from '../../platform/trpc.ts'
import type { SpreadService } from '../spread/service.ts'
import type { TrialsService } from './service.ts'

export const trialsRouter = (trials: TrialsService, spread: SpreadService) =>
  router({
    trials: openProcedure('maySeePractice')
      .input(TrialsOf)
      .query(({ ctx, input }) => trials.list(ctx.actor, input)),
    spread: openProcedure('maySeePractice')
      .input(SpreadOf)
      .query(({ ctx, input }) => spread.of(ctx.actor, input)),
    tellTrial: memberProcedure('mayTellTrial')
      .input(TellTrial)
      .mutation(({ ctx, input }) => trials.tell(ctx.actor, input)),
    editTrial: memberProcedure('oneself')
      .input(EditTrial)
      .mutation(({ ctx, input }) => trials.edit(ctx.actor, input)),
    takeBackTrial: memberProcedure('oneself')
      .input(TakeBackTrial)
      .mutation(({ ctx, input }) => trials.takeBack(ctx.actor, input)),
  })
