import {
  ArchiveRoom,
  CatchUp,
  CloseTopic,
  CreateRoom,
  DeleteMessage,
  EditMessage,
  FollowRoom,
  FollowTopic,
  ListEarlier,
  ListMessages,
  ListRooms,
  ListTopics,
  OpenTopic,
  PinTopic,
  PostMessage,
  React,
  ReadTopic,
  RenameTopic,
  ResolveTopic,
  RoomRef,
  StartTopic,
} from '@academy/contract'
import { memberProcedure, router } from '../platform/trpc.ts'
import type { MessagesService } from './messages.ts'
import type { SayingService } from './saying/service.ts'
import type { RoomsService } from './service.ts'
import type { TopicsService } from './topics.ts'

export const roomsRouter = (
  rooms: RoomsService,
  topics: TopicsService,
  messages: MessagesService,
  saying: SayingService,
) =>
  router({
    list: memberProcedure('mayEnterRoom')
      .input(ListRooms)
      .query(({ ctx, input }) => rooms.list(ctx.actor, input)),
    open: memberProcedure('mayEnterRoom')
      .input(RoomRef)
      .query(({ ctx, input }) => rooms.open(ctx.actor, input.roomId)),
    create: memberProcedure('mayOpenRoom')
      .input(CreateRoom)
      .mutation(({ ctx, input }) => rooms.create(ctx.actor, input)),
    archive: memberProcedure('mayArchiveRoom')
      .input(ArchiveRoom)
      .mutation(({ ctx, input }) => rooms.archive(ctx.actor, input)),

    topics: memberProcedure('mayEnterRoom')
      .input(ListTopics)
      .query(({ ctx, input }) => topics.list(ctx.actor, input)),
    start: memberProcedure('mayStartTopic')
      .input(StartTopic)
      .mutation(({ ctx, input }) => topics.start(ctx.actor, input)),
    rename: memberProcedure('mayRenameTopic')
      .input(RenameTopic)
      .mutation(({ ctx, input }) => topics.rename(ctx.actor, input)),
    close: memberProcedure('mayCloseTopic')
      .input(CloseTopic)
      .mutation(({ ctx, input }) => topics.close(ctx.actor, input)),

    resolve: memberProcedure('mayResolveTopic')
      .input(ResolveTopic)
      .mutation(({ ctx, input }) => topics.resolve(ctx.actor, input)),
    pin: memberProcedure('mayPinTopic')
      .input(PinTopic)
      .mutation(({ ctx, input }) => topics.pin(ctx.actor, input)),
    followRoom: memberProcedure('mayEnterRoom')
      .input(FollowRoom)
      .mutation(({ ctx, input }) => rooms.followRoom(ctx.actor, input)),
    followTopic: memberProcedure('mayEnterRoom')
      .input(FollowTopic)
      .mutation(({ ctx, input }) => rooms.followTopic(ctx.actor, input)),
    catchUp: memberProcedure('mayEnterRoom')
      .input(CatchUp)
      .query(({ ctx, input }) => rooms.catchUp(ctx.actor, input)),

    topic: memberProcedure('mayEnterRoom')
      .input(OpenTopic)
      .query(({ ctx, input }) => messages.open(ctx.actor, input)),
    messages: memberProcedure('mayEnterRoom')
      .input(ListMessages)
      .query(({ ctx, input }) => messages.list(ctx.actor, input)),
    post: memberProcedure('mayPost')
      .input(PostMessage)
      .mutation(({ ctx, input }) => messages.post(ctx.actor, input)),
    edit: memberProcedure('mayEditMessage')
      .input(EditMessage)
      .mutation(({ ctx, input }) => messages.edit(ctx.actor, input)),
    delete: memberProcedure('mayDeleteMessage')
      .input(DeleteMessage)
      .mutation(({ ctx, input }) => messages.remove(ctx.actor, input)),
    react: memberProcedure('mayPost')
      .input(React)
      .mutation(({ ctx, input }) => saying.react(ctx.actor, input)),
    earlier: memberProcedure('mayReadEarlier')
      .input(ListEarlier)
      .query(({ ctx, input }) => saying.earlier(ctx.actor, input)),
    read: memberProcedure('mayEnterRoom')
      .input(ReadTopic)
      .mutation(({ ctx, input }) => messages.read(ctx.actor, input)),
  })
