import {
  AskReviews,
  ExerciseIn,
  GiveBackReview,
  MyReviews,
  ReleaseReview,
  ReviewQueue,
  ReviewsOf,
  SendReview,
  StopReviews,
  TakeReview,
  TryExercise,
} from '@academy/contract'
import { memberProcedure, openProcedure, router } from '../../platform/trpc.ts'
import type { ReviewsService } from './service.ts'

export const reviewsRouter = (reviews: ReviewsService) =>
  router({
    reviews: openProcedure('maySeePractice')
      .input(ReviewsOf)
      .query(({ ctx, input }) => reviews.of(ctx.actor, input.practiceId)),
    reviewQueue: memberProcedure('mayReviewPractice')
      .input(ReviewQueue)
      .query(({ ctx, input }) => reviews.queue(ctx.actor, input)),
    myReviews: memberProcedure('oneself')
      .input(MyReviews)
      .query(({ ctx, input }) => reviews.mine(ctx.actor, input)),
    reviewExercise: memberProcedure('oneself')
      .input(ExerciseIn)
      .query(({ ctx, input }) => reviews.exercise(ctx.actor, input.locale)),
    tryExercise: memberProcedure('oneself')
      .input(TryExercise)
      .mutation(({ ctx, input }) => reviews.tryExercise(ctx.actor, input)),
    askReviews: memberProcedure('mayAskReviews')
      .input(AskReviews)
      .mutation(({ ctx, input }) => reviews.ask(ctx.actor, input)),
    stopReviews: memberProcedure('mayAskReviews')
      .input(StopReviews)
      .mutation(({ ctx, input }) => reviews.stop(ctx.actor, input)),
    takeReview: memberProcedure('mayReviewPractice')
      .input(TakeReview)
      .mutation(({ ctx, input }) => reviews.take(ctx.actor, input)),
    sendReview: memberProcedure('oneself')
      .input(SendReview)
      .mutation(({ ctx, input }) => reviews.send(ctx.actor, input)),
    giveBackReview: memberProcedure('oneself')
      .input(GiveBackReview)
      .mutation(({ ctx, input }) => reviews.giveBack(ctx.actor, input)),
    releaseReview: memberProcedure('mayAskReviews')
      .input(ReleaseReview)
      .mutation(({ ctx, input }) => reviews.release(ctx.actor, input)),
  })
