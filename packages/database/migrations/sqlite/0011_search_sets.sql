DROP TRIGGER `search_documents_added`;
--> statement-breakpoint
DROP TRIGGER `search_documents_dropped`;
--> statement-breakpoint
DROP TRIGGER `search_documents_changed`;
--> statement-breakpoint
DROP TABLE `search_index`;
--> statement-breakpoint
CREATE TABLE `search_words` (
	`id` integer PRIMARY KEY NOT NULL,
	`token` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `search_documents` ADD `facts` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE `search_documents` ADD `version` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE `search_documents` ADD `packed` blob;
--> statement-breakpoint
ALTER TABLE `search_documents` ADD `extra` blob;
--> statement-breakpoint
ALTER TABLE `search_documents` ADD `weight` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE `search_documents` DROP COLUMN `exact`;
--> statement-breakpoint
ALTER TABLE `search_documents` DROP COLUMN `stems`;
--> statement-breakpoint
ALTER TABLE `search_documents` DROP COLUMN `lazy`;
--> statement-breakpoint
ALTER TABLE `search_documents` DROP COLUMN `scope`;
--> statement-breakpoint
CREATE UNIQUE INDEX `search_words_by_token` ON `search_words` (`token`);
--> statement-breakpoint
-- The sets of search_documents: numbers of search_words, no text, no places of words, no sizes. Documents keep their numbers, so that what
-- came last stays last; their sets are made anew by the server after this (`reindex`).
CREATE VIRTUAL TABLE `search_index` USING fts5(`ids`, content='', detail=none, columnsize=0, tokenize='ascii');
--> statement-breakpoint
-- What leaves the index leaves it at once, not when its segments happen to be merged.
INSERT INTO `search_index`(`search_index`, `rank`) VALUES ('secure-delete', 1);
