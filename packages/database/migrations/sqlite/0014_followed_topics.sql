CREATE TABLE `room_followings` (
	`member_id` text NOT NULL,
	`room_id` text NOT NULL,
	`level` text NOT NULL,
	PRIMARY KEY(`member_id`, `room_id`),
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE TABLE `topic_followings` (
	`member_id` text NOT NULL,
	`topic_id` text NOT NULL,
	`level` text NOT NULL,
	PRIMARY KEY(`member_id`, `topic_id`),
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
ALTER TABLE `topics` ADD `resolved_at` integer;
--> statement-breakpoint
ALTER TABLE `topics` ADD `answer_id` text;
--> statement-breakpoint
ALTER TABLE `topics` ADD `pinned_at` integer;
--> statement-breakpoint
CREATE INDEX `topics_by_last` ON `topics` (`last_at`,`id`);
