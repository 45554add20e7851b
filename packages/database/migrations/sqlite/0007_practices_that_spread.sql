CREATE TABLE `collection_practices` (
	`collection_id` text NOT NULL,
	`practice_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`collection_id`, `practice_id`),
	FOREIGN KEY (`collection_id`) REFERENCES `collections`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `collection_practices_by_practice` ON `collection_practices` (`practice_id`);
--> statement-breakpoint
CREATE TABLE `collections` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`title` text NOT NULL,
	`note` text NOT NULL,
	`shared` integer NOT NULL,
	`at` integer NOT NULL,
	`edited_at` integer,
	FOREIGN KEY (`owner_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `collections_by_owner` ON `collections` (`owner_id`,`at`);
--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text,
	`place_id` text,
	`kind` text NOT NULL,
	`mime` text NOT NULL,
	`name` text NOT NULL,
	`size` integer NOT NULL,
	`width` integer,
	`height` integer,
	`sha256` text NOT NULL,
	`subject_kind` text,
	`subject_id` text,
	`small` integer NOT NULL,
	`at` integer NOT NULL,
	`gone_at` integer
);

--> statement-breakpoint
CREATE INDEX `files_by_subject` ON `files` (`subject_kind`,`subject_id`);
--> statement-breakpoint
CREATE INDEX `files_by_owner` ON `files` (`owner_id`,`at`);
--> statement-breakpoint
CREATE INDEX `files_by_place` ON `files` (`place_id`);
--> statement-breakpoint
CREATE TABLE `practice_authors` (
	`practice_id` text NOT NULL,
	`member_id` text NOT NULL,
	`invited_at` integer NOT NULL,
	`agreed_at` integer,
	PRIMARY KEY(`practice_id`, `member_id`),
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `practice_authors_by_member` ON `practice_authors` (`member_id`,`practice_id`);
--> statement-breakpoint
CREATE TABLE `practice_drafts` (
	`practice_id` text NOT NULL,
	`member_id` text NOT NULL,
	`form` text NOT NULL,
	`n` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`member_id`, `practice_id`),
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE TABLE `practice_evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`practice_id` text NOT NULL,
	`trial_id` text,
	`member_id` text,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`file_id` text,
	`consent_text` text,
	`consent_by` text,
	`consent_until` integer,
	`at` integer NOT NULL,
	`ended_at` integer,
	`ended` text,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`trial_id`) REFERENCES `practice_trials`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE INDEX `practice_evidence_by_practice` ON `practice_evidence` (`practice_id`,`at`,`id`);
--> statement-breakpoint
CREATE INDEX `practice_evidence_by_member` ON `practice_evidence` (`member_id`,`at`);
--> statement-breakpoint
CREATE INDEX `practice_evidence_by_trial` ON `practice_evidence` (`trial_id`);
--> statement-breakpoint
CREATE INDEX `practice_evidence_by_end` ON `practice_evidence` (`consent_until`);
--> statement-breakpoint
CREATE TABLE `practice_translations` (
	`id` text PRIMARY KEY NOT NULL,
	`practice_id` text NOT NULL,
	`language` text NOT NULL,
	`n` integer NOT NULL,
	`of_version` integer NOT NULL,
	`content` text NOT NULL,
	`by` text NOT NULL,
	`translator_id` text,
	`at` integer NOT NULL,
	`verified_by` text,
	`verified_at` integer,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`translator_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`verified_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE UNIQUE INDEX `practice_translations_once` ON `practice_translations` (`practice_id`,`language`,`n`);
--> statement-breakpoint
CREATE INDEX `practice_translations_by_translator` ON `practice_translations` (`translator_id`);
--> statement-breakpoint
CREATE INDEX `practice_translations_by_verifier` ON `practice_translations` (`verified_by`);
--> statement-breakpoint
CREATE TABLE `practice_trials` (
	`id` text PRIMARY KEY NOT NULL,
	`practice_id` text NOT NULL,
	`version` integer NOT NULL,
	`member_id` text,
	`place_id` text NOT NULL,
	`outcome` text NOT NULL,
	`day` text NOT NULL,
	`class_kind` text NOT NULL,
	`grades` text NOT NULL,
	`pupils` integer,
	`language` text NOT NULL,
	`happened` text NOT NULL,
	`conditions` text NOT NULL,
	`changed` text NOT NULL,
	`at` integer NOT NULL,
	`edited_at` integer,
	`taken_back_at` integer,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `practice_trials_by_practice` ON `practice_trials` (`practice_id`,`at`,`id`);
--> statement-breakpoint
CREATE INDEX `practice_trials_by_member` ON `practice_trials` (`member_id`,`at`);
--> statement-breakpoint
CREATE INDEX `practice_trials_by_place` ON `practice_trials` (`place_id`,`practice_id`);
--> statement-breakpoint
CREATE TABLE `review_exercises` (
	`member_id` text NOT NULL,
	`exercise` text NOT NULL,
	`scores` text NOT NULL,
	`passed` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`member_id`, `exercise`),
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE TABLE `review_rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`practice_id` text NOT NULL,
	`version` integer NOT NULL,
	`asked_by` text,
	`wanted` integer NOT NULL,
	`at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`asked_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE INDEX `review_rounds_by_practice` ON `review_rounds` (`practice_id`,`at`);
--> statement-breakpoint
CREATE INDEX `review_rounds_open` ON `review_rounds` (`closed_at`,`at`);
--> statement-breakpoint
CREATE INDEX `review_rounds_by_asker` ON `review_rounds` (`asked_by`);
--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`reviewer_id` text,
	`place_id` text NOT NULL,
	`taken_at` integer NOT NULL,
	`scores` text NOT NULL,
	`strong` text NOT NULL,
	`question` text NOT NULL,
	`next` text NOT NULL,
	`sent_at` integer,
	`released_at` integer,
	`given_back_at` integer,
	FOREIGN KEY (`round_id`) REFERENCES `review_rounds`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`reviewer_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_once` ON `reviews` (`round_id`,`reviewer_id`);
--> statement-breakpoint
CREATE INDEX `reviews_by_reviewer` ON `reviews` (`reviewer_id`,`taken_at`);
--> statement-breakpoint
ALTER TABLE `practices` ADD `origin_id` text REFERENCES practices(id);
--> statement-breakpoint
ALTER TABLE `practices` ADD `origin_version` integer;
--> statement-breakpoint
CREATE INDEX `practices_by_origin` ON `practices` (`origin_id`,`published_at`);
