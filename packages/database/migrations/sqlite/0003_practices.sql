CREATE TABLE `practice_tags` (
	`practice_id` text NOT NULL,
	`tag` text NOT NULL,
	PRIMARY KEY(`practice_id`, `tag`),
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `practice_tags_by_tag` ON `practice_tags` (`tag`,`practice_id`);
--> statement-breakpoint
CREATE TABLE `practice_versions` (
	`practice_id` text NOT NULL,
	`n` integer NOT NULL,
	`content` text NOT NULL,
	`writer_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`practice_id`, `n`),
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`writer_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE INDEX `practice_versions_by_writer` ON `practice_versions` (`writer_id`);
--> statement-breakpoint
CREATE TABLE `practices` (
	`id` text PRIMARY KEY NOT NULL,
	`author_id` text,
	`place_id` text NOT NULL,
	`current` integer NOT NULL,
	`minutes` integer NOT NULL,
	`visibility` text NOT NULL,
	`published_at` integer NOT NULL,
	`edited_at` integer,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	`withdrawn_reason` text,
	FOREIGN KEY (`author_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE INDEX `practices_by_time` ON `practices` (`published_at`,`id`);
--> statement-breakpoint
CREATE INDEX `practices_by_author` ON `practices` (`author_id`,`published_at`);
--> statement-breakpoint
CREATE INDEX `practices_by_place` ON `practices` (`place_id`,`published_at`);
--> statement-breakpoint
CREATE INDEX `practices_by_withdrawer` ON `practices` (`withdrawn_by`);
