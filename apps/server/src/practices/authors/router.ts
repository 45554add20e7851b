import { CoAuthorsOf, JoinAuthors, RemoveCoAuthor } from '@academy/contract'
import { memberProcedure, router } from '../../platform/trpc.ts'
import type { AuthorsService } from './service.ts'

export const authorsRouter = (authors: AuthorsService) =>
  router({
    coAuthors: memberProcedure('mayEditPractice')
      .input(CoAuthorsOf)
      .query(({ ctx, input }) => authors.list(ctx.actor, input)),
    authorLink: memberProcedure('mayInviteCoAuthor')
      .input(CoAuthorsOf)
      .query(({ ctx, input }) => authors.link(ctx.actor, input)),
    joinAuthors: memberProcedure('mayJoinAuthors')
      .input(JoinAuthors)
      .mutation(({ ctx, input }) => authors.join(ctx.actor, input)),
    removeCoAuthor: memberProcedure('mayRemoveCoAuthor')
      .input(RemoveCoAuthor)
      .mutation(({ ctx, input }) => authors.remove(ctx.actor, input)),
  })
