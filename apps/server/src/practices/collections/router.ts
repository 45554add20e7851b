import {
  CollectionRef,
  DeleteCollection,
  EditCollection,
  KeepPractice,
  LetGoPractice,
  MakeCollection,
  MovePractice,
  MyCollections,
  ShareCollection,
} from '@academy/contract'
import { memberProcedure, openProcedure, router } from '../../platform/trpc.ts'
import type { CollectionsService } from './service.ts'

export const collectionsRouter = (collections: CollectionsService) =>
  router({
    collections: memberProcedure('oneself')
      .input(MyCollections)
      .query(({ ctx, input }) => collections.mine(ctx.actor, input)),
    collection: openProcedure('maySeeCollection')
      .input(CollectionRef)
      .query(({ ctx, input }) => collections.show(ctx.actor, input)),
    makeCollection: memberProcedure('oneself')
      .input(MakeCollection)
      .mutation(({ ctx, input }) => collections.make(ctx.actor, input)),
    editCollection: memberProcedure('mayKeepCollection')
      .input(EditCollection)
      .mutation(({ ctx, input }) => collections.edit(ctx.actor, input)),
    shareCollection: memberProcedure('mayKeepCollection')
      .input(ShareCollection)
      .mutation(({ ctx, input }) => collections.share(ctx.actor, input)),
    keepPractice: memberProcedure('mayKeepCollection')
      .input(KeepPractice)
      .mutation(({ ctx, input }) => collections.keep(ctx.actor, input)),
    movePractice: memberProcedure('mayKeepCollection')
      .input(MovePractice)
      .mutation(({ ctx, input }) => collections.move(ctx.actor, input)),
    letGoPractice: memberProcedure('mayKeepCollection')
      .input(LetGoPractice)
      .mutation(({ ctx, input }) => collections.letGo(ctx.actor, input)),
    deleteCollection: memberProcedure('mayKeepCollection')
      .input(DeleteCollection)
      .mutation(({ ctx, input }) => collections.remove(ctx.actor, input)),
  })
