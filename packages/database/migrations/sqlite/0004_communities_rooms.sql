CREATE TABLE `communities` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`place_id` text,
	`scope` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `communities_by_name` ON `communities` (`name_key`,`id`);
--> statement-breakpoint
CREATE INDEX `communities_by_place` ON `communities` (`place_id`);
--> statement-breakpoint
CREATE TABLE `community_members` (
	`community_id` text NOT NULL,
	`member_id` text NOT NULL,
	`joined_at` integer NOT NULL,
	`shown_out_at` integer,
	PRIMARY KEY(`community_id`, `member_id`),
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `community_members_by_member` ON `community_members` (`member_id`);
--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`topic_id` text NOT NULL,
	`n` integer NOT NULL,
	`author_id` text,
	`body` text NOT NULL,
	`language` text,
	`reply_to` text,
	`at` integer NOT NULL,
	`composed_at` integer,
	`edited_at` integer,
	`deleted_at` integer,
	`deleted_by` text,
	`reason` text,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `messages_by_number` ON `messages` (`topic_id`,`n`);
--> statement-breakpoint
CREATE INDEX `messages_by_author` ON `messages` (`author_id`);
--> statement-breakpoint
CREATE TABLE `rooms` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`audience` text NOT NULL,
	`place_id` text NOT NULL,
	`scope` text NOT NULL,
	`community_id` text,
	`title` text NOT NULL,
	`host_id` text,
	`archived_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `rooms_by_place` ON `rooms` (`place_id`);
--> statement-breakpoint
CREATE INDEX `rooms_by_community` ON `rooms` (`community_id`);
--> statement-breakpoint
CREATE INDEX `rooms_by_host` ON `rooms` (`host_id`);
--> statement-breakpoint
CREATE TABLE `topic_readings` (
	`member_id` text NOT NULL,
	`topic_id` text NOT NULL,
	`up_to` integer NOT NULL,
	PRIMARY KEY(`member_id`, `topic_id`),
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE TABLE `topics` (
	`id` text PRIMARY KEY NOT NULL,
	`room_id` text NOT NULL,
	`title` text NOT NULL,
	`author_id` text,
	`at` integer NOT NULL,
	`last_at` integer NOT NULL,
	`last_n` integer NOT NULL,
	`messages` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `topics_by_activity` ON `topics` (`room_id`,`last_at`,`id`);
--> statement-breakpoint
CREATE INDEX `topics_by_author` ON `topics` (`author_id`);
