CREATE TABLE `practice_echoes_seen` (
	`member_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
ALTER TABLE `collection_practices` ADD `position` integer DEFAULT 0 NOT NULL;
