import {
  AnswerQuestion,
  ArchiveSession,
  AskQuestion,
  CreateSession,
  DeclineQuestion,
  DeskDeed,
  EditQuestion,
  JoinLive,
  ListQuestions,
  ListSessions,
  MergeQuestion,
  SessionRef,
  ShowCode,
  SupportQuestion,
  UpdateSession,
} from '@academy/contract'
import { memberProcedure, openProcedure, overHttp, participantProcedure, router } from '../platform/trpc.ts'
import type { LiveDesk } from './desk.ts'
import type { LiveJoin } from './join.ts'
import type { LiveService } from './service.ts'

export const liveRouter = (live: LiveService, desk: LiveDesk, join: LiveJoin) =>
  router({
    sessions: memberProcedure('mayEnterLive')
      .input(ListSessions)
      .query(({ ctx, input }) => live.sessions(ctx.actor, input)),
    create: memberProcedure('mayHostLive')
      .input(CreateSession)
      .mutation(({ ctx, input }) => live.create(ctx.actor, input)),
    update: memberProcedure('mayRunDesk')
      .input(UpdateSession)
      .mutation(({ ctx, input }) => live.update(ctx.actor, input)),

    join: openProcedure('anybody')
      .use(overHttp)
      .input(JoinLive)
      .mutation(({ ctx, input }) => join(ctx, input)),
    open: participantProcedure('mayEnterLive')
      .input(SessionRef)
      .query(({ ctx, input }) => live.open(ctx.actor, input.sessionId)),
    questions: participantProcedure('mayEnterLive')
      .input(ListQuestions)
      .query(({ ctx, input }) => live.questions(ctx.actor, input)),
    ask: participantProcedure('mayAsk')
      .input(AskQuestion)
      .mutation(({ ctx, input }) => live.ask(ctx.actor, input)),
    support: participantProcedure('maySupport')
      .input(SupportQuestion)
      .mutation(({ ctx, input }) => live.support(ctx.actor, input)),

    desk: memberProcedure('mayRunDesk')
      .input(SessionRef)
      .query(({ ctx, input }) => desk.open(ctx.actor, input.sessionId)),
    wall: memberProcedure('mayRunDesk')
      .input(SessionRef)
      .query(({ ctx, input }) => desk.wall(ctx.actor, input.sessionId)),
    approve: memberProcedure('mayRunDesk')
      .input(DeskDeed)
      .mutation(({ ctx, input }) => desk.approve(ctx.actor, input)),
    edit: memberProcedure('mayRunDesk')
      .input(EditQuestion)
      .mutation(({ ctx, input }) => desk.edit(ctx.actor, input)),
    air: memberProcedure('mayRunDesk')
      .input(DeskDeed)
      .mutation(({ ctx, input }) => desk.air(ctx.actor, input)),
    answered: memberProcedure('mayRunDesk')
      .input(DeskDeed)
      .mutation(({ ctx, input }) => desk.answered(ctx.actor, input)),
    answer: memberProcedure('mayRunDesk')
      .input(AnswerQuestion)
      .mutation(({ ctx, input }) => desk.answer(ctx.actor, input)),
    merge: memberProcedure('mayRunDesk')
      .input(MergeQuestion)
      .mutation(({ ctx, input }) => desk.merge(ctx.actor, input)),
    decline: memberProcedure('mayRunDesk')
      .input(DeclineQuestion)
      .mutation(({ ctx, input }) => desk.decline(ctx.actor, input)),
    putAway: memberProcedure('mayRunDesk')
      .input(DeskDeed)
      .mutation(({ ctx, input }) => desk.putAway(ctx.actor, input)),
    restore: memberProcedure('mayRunDesk')
      .input(DeskDeed)
      .mutation(({ ctx, input }) => desk.restore(ctx.actor, input)),
    showCode: memberProcedure('mayRunDesk')
      .input(ShowCode)
      .mutation(({ ctx, input }) => desk.showCode(ctx.actor, input)),
    archive: memberProcedure('mayArchiveLive')
      .input(ArchiveSession)
      .mutation(({ ctx, input }) => desk.archive(ctx.actor, input)),
  })
