CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`act` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`note` text
);

--> statement-breakpoint
CREATE INDEX `audit_by_time` ON `audit` (`at`,`id`);
--> statement-breakpoint
CREATE INDEX `audit_by_actor` ON `audit` (`actor_id`,`at`);
--> statement-breakpoint
CREATE INDEX `audit_by_subject` ON `audit` (`subject_kind`,`subject_id`,`at`);
--> statement-breakpoint
CREATE TABLE `commands` (
	`actor` text NOT NULL,
	`id` text NOT NULL,
	`hash` text NOT NULL,
	`answer` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`actor`, `id`)
);

--> statement-breakpoint
CREATE INDEX `commands_by_age` ON `commands` (`at`);
--> statement-breakpoint
CREATE TABLE `consents` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`text_version` text NOT NULL,
	`at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `consents_by_member` ON `consents` (`member_id`,`at`);
--> statement-breakpoint
CREATE TABLE `credentials` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`account_id` text NOT NULL,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `credentials_by_member` ON `credentials` (`member_id`,`provider_id`);
--> statement-breakpoint
CREATE TABLE `guests` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `guests_by_token` ON `guests` (`token_hash`);
--> statement-breakpoint
CREATE INDEX `guests_by_age` ON `guests` (`created_at`);
--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`role` text NOT NULL,
	`place_id` text NOT NULL,
	`inviter_id` text,
	`note` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`uses` integer NOT NULL,
	`used` integer DEFAULT 0 NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_by_token` ON `invitations` (`token_hash`);
--> statement-breakpoint
CREATE INDEX `invitations_by_inviter` ON `invitations` (`inviter_id`,`created_at`);
--> statement-breakpoint
CREATE INDEX `invitations_by_place` ON `invitations` (`place_id`,`created_at`);
--> statement-breakpoint
CREATE TABLE `live_codes` (
	`code` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);

--> statement-breakpoint
CREATE TABLE `live_participants` (
	`session_id` text NOT NULL,
	`actor_id` text NOT NULL,
	`joined_at` integer NOT NULL,
	PRIMARY KEY(`session_id`, `actor_id`),
	FOREIGN KEY (`session_id`) REFERENCES `live_sessions`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `live_participants_by_actor` ON `live_participants` (`actor_id`);
--> statement-breakpoint
CREATE TABLE `live_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`author_id` text,
	`author_kind` text NOT NULL,
	`guest_name` text,
	`anonymous` integer NOT NULL,
	`body` text NOT NULL,
	`original` text,
	`state` text NOT NULL,
	`votes` integer DEFAULT 0 NOT NULL,
	`reason` text,
	`merged_into` text,
	`answer_text` text,
	`answered_at` integer,
	`aired_at` integer,
	`at` integer NOT NULL,
	`composed_at` integer,
	FOREIGN KEY (`session_id`) REFERENCES `live_sessions`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `live_questions_by_votes` ON `live_questions` (`session_id`,`state`,`votes`);
--> statement-breakpoint
CREATE INDEX `live_questions_by_author` ON `live_questions` (`author_id`,`session_id`);
--> statement-breakpoint
CREATE INDEX `live_questions_by_merge` ON `live_questions` (`merged_into`);
--> statement-breakpoint
CREATE TABLE `live_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`place_id` text NOT NULL,
	`host_id` text,
	`title` text NOT NULL,
	`opens_at` integer NOT NULL,
	`starts_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`archived_at` integer,
	`naming` text NOT NULL,
	`review` integer NOT NULL,
	`code` text,
	`code_until` integer,
	`link_version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`host_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE INDEX `live_sessions_by_place` ON `live_sessions` (`place_id`,`starts_at`);
--> statement-breakpoint
CREATE UNIQUE INDEX `live_sessions_by_code` ON `live_sessions` (`code`);
--> statement-breakpoint
CREATE INDEX `live_sessions_by_host` ON `live_sessions` (`host_id`);
--> statement-breakpoint
CREATE TABLE `live_supports` (
	`question_id` text NOT NULL,
	`ballot` text NOT NULL,
	PRIMARY KEY(`question_id`, `ballot`),
	FOREIGN KEY (`question_id`) REFERENCES `live_questions`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `live_supports_by_ballot` ON `live_supports` (`ballot`);
--> statement-breakpoint
CREATE TABLE `logins` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`device` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `logins_by_token` ON `logins` (`token_hash`);
--> statement-breakpoint
CREATE INDEX `logins_by_member` ON `logins` (`member_id`,`created_at`);
--> statement-breakpoint
CREATE INDEX `logins_by_expiry` ON `logins` (`expires_at`);
--> statement-breakpoint
CREATE TABLE `member_roles` (
	`member_id` text NOT NULL,
	`role` text NOT NULL,
	`place_id` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`member_id`, `role`, `place_id`),
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `member_roles_by_place` ON `member_roles` (`place_id`,`role`);
--> statement-breakpoint
CREATE INDEX `member_roles_by_role` ON `member_roles` (`role`);
--> statement-breakpoint
CREATE TABLE `members` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text,
	`name_key` text NOT NULL,
	`login_name` text,
	`email` text,
	`locale` text NOT NULL,
	`demo` integer DEFAULT false NOT NULL,
	`inviter_id` text,
	`created_at` integer NOT NULL,
	`erased_at` integer
);

--> statement-breakpoint
CREATE UNIQUE INDEX `members_by_login_name` ON `members` (`login_name`);
--> statement-breakpoint
CREATE UNIQUE INDEX `members_by_email` ON `members` (`email`);
--> statement-breakpoint
CREATE INDEX `members_by_inviter` ON `members` (`inviter_id`);
--> statement-breakpoint
CREATE TABLE `news` (
	`stream` text NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`stream`, `seq`)
);

--> statement-breakpoint
CREATE INDEX `news_by_age` ON `news` (`at`);
--> statement-breakpoint
CREATE TABLE `places` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`parent_id` text,
	`path` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`found` text NOT NULL,
	`kato` text,
	`demo` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`official_name` text,
	`school_type` text,
	`is_small` integer,
	`languages` text,
	`support_school_id` text,
	FOREIGN KEY (`parent_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`support_school_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `places_by_parent` ON `places` (`parent_id`,`name_key`);
--> statement-breakpoint
CREATE INDEX `places_by_kind` ON `places` (`kind`,`name_key`);
--> statement-breakpoint
CREATE INDEX `places_by_support` ON `places` (`support_school_id`);
--> statement-breakpoint
CREATE TABLE `streams` (
	`name` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL
);

--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);

--> statement-breakpoint
CREATE INDEX `verifications_by_identifier` ON `verifications` (`identifier`);
--> statement-breakpoint
CREATE INDEX `verifications_by_value` ON `verifications` (`value`);
--> statement-breakpoint
CREATE INDEX `verifications_by_expiry` ON `verifications` (`expires_at`);
