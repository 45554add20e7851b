ALTER TABLE "practice_trials" ADD COLUMN "by_author" boolean DEFAULT false NOT NULL;
