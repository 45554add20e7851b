ALTER TABLE `practice_trials` ADD `by_author` integer DEFAULT false NOT NULL;
