import {
  MachineTranslation,
  SaveTranslation,
  TranslationRef,
  TranslationsOf,
  VerifyTranslation,
  WithdrawTranslation,
} from '@academy/contract'
import { memberProcedure, router } from '../../platform/trpc.ts'
import type { TranslationsService } from './service.ts'

export const translationsRouter = (translations: TranslationsService) =>
  router({
    translations: memberProcedure('maySeeTranslations')
      .input(TranslationsOf)
      .query(({ ctx, input }) => translations.list(ctx.actor, input)),
    translation: memberProcedure('maySeeTranslations')
      .input(TranslationRef)
      .query(({ ctx, input }) => translations.open(ctx.actor, input)),
    saveTranslation: memberProcedure('mayTranslate')
      .input(SaveTranslation)
      .mutation(({ ctx, input }) => translations.save(ctx.actor, input)),
    machineTranslation: memberProcedure('mayTranslate')
      .input(MachineTranslation)
      .mutation(({ ctx, input }) => translations.draft(ctx.actor, input)),
    verifyTranslation: memberProcedure('mayVerifyTranslation')
      .input(VerifyTranslation)
      .mutation(({ ctx, input }) => translations.verify(ctx.actor, input)),
    withdrawTranslation: memberProcedure('mayWithdrawTranslation')
      .input(WithdrawTranslation)
      .mutation(({ ctx, input }) => translations.withdraw(ctx.actor, input)),
  })
