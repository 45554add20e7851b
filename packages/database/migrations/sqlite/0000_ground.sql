CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);

--> statement-breakpoint
CREATE TABLE `search_documents` (
	`seq` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`id` text NOT NULL,
	`place` text,
	`exact` text NOT NULL,
	`stems` text NOT NULL,
	`lazy` text NOT NULL,
	`at` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `search_documents_by_id` ON `search_documents` (`kind`,`id`);
--> statement-breakpoint
CREATE INDEX `search_documents_by_place` ON `search_documents` (`kind`,`place`);
