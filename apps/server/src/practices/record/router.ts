import { MyRecordIn } from '@academy/contract'
import { memberProcedure, router } from '../../platform/trpc.ts'
import type { RecordService } from './service.ts'

export const recordRouter = (record: RecordService) =>
  router({
    myRecord: memberProcedure('oneself')
      .input(MyRecordIn)
      .query(({ ctx, input }) => record(ctx.actor, input)),
  })
