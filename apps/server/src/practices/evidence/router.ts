import { AddEvidence, PracticeEvidence, WithdrawEvidence } from '@academy/contract'
import { memberProcedure, router } from '../../platform/trpc.ts'
import type { EvidenceService } from './service.ts'

export const evidenceRouter = (evidence: EvidenceService) =>
  router({
    evidence: memberProcedure('maySeeEvidence')
      .input(PracticeEvidence)
      .query(({ ctx, input }) => evidence.list(ctx.actor, input)),
    addEvidence: memberProcedure('mayAddEvidence')
      .input(AddEvidence)
      .mutation(({ ctx, input }) => evidence.add(ctx.actor, input)),
    withdrawEvidence: memberProcedure('mayWithdrawEvidence')
      .input(WithdrawEvidence)
      .mutation(({ ctx, input }) => evidence.withdraw(ctx.actor, input)),
  })
