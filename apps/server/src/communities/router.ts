import {
  CommunityPeople,
  CommunityRef,
  CreateCommunity,
  JoinCommunity,
  LeaveCommunity,
  ListCommunities,
  ShowOut,
} from '@academy/contract'
import { memberProcedure, router } from '../platform/trpc.ts'
import type { CommunitiesService } from './service.ts'

export const communitiesRouter = (communities: CommunitiesService) =>
  router({
    list: memberProcedure('maySeeCommunity')
      .input(ListCommunities)
      .query(({ ctx, input }) => communities.list(ctx.actor, input)),
    open: memberProcedure('maySeeCommunity')
      .input(CommunityRef)
      .query(({ ctx, input }) => communities.open(ctx.actor, input.communityId)),
    create: memberProcedure('mayFoundCommunity')
      .input(CreateCommunity)
      .mutation(({ ctx, input }) => communities.create(ctx.actor, input)),
    join: memberProcedure('mayJoinCommunity')
      .input(JoinCommunity)
      .mutation(({ ctx, input }) => communities.join(ctx.actor, input)),
    leave: memberProcedure('mayLeaveCommunity')
      .input(LeaveCommunity)
      .mutation(({ ctx, input }) => communities.leave(ctx.actor, input)),
    people: memberProcedure('mayRunCommunity')
      .input(CommunityPeople)
      .query(({ ctx, input }) => communities.people(ctx.actor, input)),
    showOut: memberProcedure('mayRunCommunity')
      .input(ShowOut)
      .mutation(({ ctx, input }) => communities.showOut(ctx.actor, input)),
  })
