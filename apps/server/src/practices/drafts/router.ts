import { DraftRef, DropDraft, MyDrafts, SaveDraft } from '@academy/contract'
import { memberProcedure, router } from '../../platform/trpc.ts'
import type { DraftsService } from './service.ts'

export const draftsRouter = (drafts: DraftsService) =>
  router({
    drafts: memberProcedure('oneself')
      .input(MyDrafts)
      .query(({ ctx, input }) => drafts.list(ctx.actor, input)),
    draft: memberProcedure('oneself')
      .input(DraftRef)
      .query(({ ctx, input }) => drafts.open(ctx.actor, input)),
    saveDraft: memberProcedure('oneself')
      .input(SaveDraft)
      .mutation(({ ctx, input }) => drafts.save(ctx.actor, input)),
    dropDraft: memberProcedure('oneself')
      .input(DropDraft)
      .mutation(({ ctx, input }) => drafts.drop(ctx.actor, input)),
  })
