import {
  ComparePractice,
  EditPractice,
  ListPractices,
  MyPractices,
  PracticeFilters,
  PracticeRef,
  PracticeVersionRef,
  PracticeVersions,
  PracticeWordsIn,
  PublishPractice,
  WithdrawPractice,
} from '@academy/contract'
import { memberProcedure, mergeRouters, openProcedure, router } from '../platform/trpc.ts'
import { adaptationsRouter } from './adaptations/router.ts'
import type { AdaptationsService } from './adaptations/service.ts'
import { authorsRouter } from './authors/router.ts'
import type { AuthorsService } from './authors/service.ts'
import { collectionsRouter } from './collections/router.ts'
import type { CollectionsService } from './collections/service.ts'
import { draftsRouter } from './drafts/router.ts'
import type { DraftsService } from './drafts/service.ts'
import { echoesRouter } from './echoes/router.ts'
import type { EchoesService } from './echoes/service.ts'
import { evidenceRouter } from './evidence/router.ts'
import type { EvidenceService } from './evidence/service.ts'
import type { Library } from './library.ts'
import { recordRouter } from './record/router.ts'
import type { RecordService } from './record/service.ts'
import { reviewsRouter } from './reviews/router.ts'
import type { ReviewsService } from './reviews/service.ts'
import type { PracticesService } from './service.ts'
import type { createSimilar } from './similar.ts'
import type { SpreadService } from './spread/service.ts'
import { translationsRouter } from './translations/router.ts'
import type { TranslationsService } from './translations/service.ts'
import { trialsRouter } from './trials/router.ts'
import type { TrialsService } from './trials/service.ts'

/** Every part of the room brings its own; on the wire they are one. */
export const practicesRouter = (parts: {
  practices: PracticesService
  adaptations: AdaptationsService
  authors: AuthorsService
  library: Library
  similar: ReturnType<typeof createSimilar>
  record: RecordService
  drafts: DraftsService
  collections: CollectionsService
  echoes: EchoesService
  evidence: EvidenceService
  reviews: ReviewsService
  trials: TrialsService
  spread: SpreadService
  translations: TranslationsService
}) =>
  mergeRouters(
    cardRouter(parts.practices, parts.library),
    router({
      similar: openProcedure('maySeePractice')
        .input(PracticeRef)
        .query(({ ctx, input }) => parts.similar(ctx.actor, input)),
    }),
    adaptationsRouter(parts.adaptations),
    draftsRouter(parts.drafts),
    recordRouter(parts.record),
    authorsRouter(parts.authors),
    collectionsRouter(parts.collections),
    echoesRouter(parts.echoes),
    evidenceRouter(parts.evidence),
    reviewsRouter(parts.reviews),
    trialsRouter(parts.trials, parts.spread),
    translationsRouter(parts.translations),
  )

const cardRouter = (practices: PracticesService, library: Library) =>
  router({
    list: openProcedure('maySeePractice')
      .input(ListPractices)
      .query(({ ctx, input }) => library.list(ctx.actor, input)),
    facets: openProcedure('maySeePractice')
      .input(PracticeFilters)
      .query(({ ctx, input }) => library.facets(ctx.actor, input)),
    words: openProcedure('anybody')
      .input(PracticeWordsIn)
      .query(({ input }) => library.words(input.locale)),
    open: openProcedure('maySeePractice')
      .input(PracticeRef)
      .query(({ ctx, input }) => practices.open(ctx.actor, input.practiceId, input.locale)),

    mine: memberProcedure('oneself')
      .input(MyPractices)
      .query(({ ctx, input }) => practices.mine(ctx.actor, input)),
    versions: memberProcedure('maySeePracticeVersions')
      .input(PracticeVersions)
      .query(({ ctx, input }) => practices.versions(ctx.actor, input)),
    version: memberProcedure('maySeePracticeVersions')
      .input(PracticeVersionRef)
      .query(({ ctx, input }) => practices.version(ctx.actor, input)),
    changes: memberProcedure('maySeePracticeVersions')
      .input(ComparePractice)
      .query(({ ctx, input }) => practices.changes(ctx.actor, input)),

    publish: memberProcedure('mayPublishPractice')
      .input(PublishPractice)
      .mutation(({ ctx, input }) => practices.publish(ctx.actor, input)),
    edit: memberProcedure('mayEditPractice')
      .input(EditPractice)
      .mutation(({ ctx, input }) => practices.edit(ctx.actor, input)),
    withdraw: memberProcedure('mayWithdrawPractice')
      .input(WithdrawPractice)
      .mutation(({ ctx, input }) => practices.withdraw(ctx.actor, input)),
  })
