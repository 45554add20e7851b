DROP TRIGGER `search_documents_added`;
--> statement-breakpoint
DROP TRIGGER `search_documents_dropped`;
--> statement-breakpoint
DROP TRIGGER `search_documents_changed`;
--> statement-breakpoint
DROP TABLE `search_index`;
--> statement-breakpoint
-- A document without a scope is found by nobody; what is published from now on has one.
DELETE FROM `search_documents`;
--> statement-breakpoint
DROP INDEX `search_documents_by_place`;
--> statement-breakpoint
ALTER TABLE `search_documents` ADD `scope` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `search_documents` DROP COLUMN `place`;
--> statement-breakpoint
ALTER TABLE `search_documents` DROP COLUMN `at`;
--> statement-breakpoint
-- The words of search_documents, by column. `ascii` because packages/language has already said what a word is and how it is
-- spelt: every letter beyond ASCII belongs to its word, so FTS5 sees exactly the tokens PostgreSQL sees.
-- With the scope in the index, what is of another kind or not for everybody is never ranked, and counting reads no row.
CREATE VIRTUAL TABLE `search_index` USING fts5(
	exact, stems, lazy, scope,
	content='search_documents', content_rowid='seq',
	tokenize='ascii', prefix='2 3'
);
--> statement-breakpoint
-- Words of a deleted document leave the index at once, not when its segments happen to be merged.
INSERT INTO `search_index`(`search_index`, `rank`) VALUES ('secure-delete', 1);
--> statement-breakpoint
CREATE TRIGGER `search_documents_added` AFTER INSERT ON `search_documents` BEGIN
	INSERT INTO `search_index`(`rowid`, `exact`, `stems`, `lazy`, `scope`)
	VALUES (new.`seq`, new.`exact`, new.`stems`, new.`lazy`, new.`scope`);
END;
--> statement-breakpoint
CREATE TRIGGER `search_documents_dropped` AFTER DELETE ON `search_documents` BEGIN
	INSERT INTO `search_index`(`search_index`, `rowid`, `exact`, `stems`, `lazy`, `scope`)
	VALUES ('delete', old.`seq`, old.`exact`, old.`stems`, old.`lazy`, old.`scope`);
END;
--> statement-breakpoint
CREATE TRIGGER `search_documents_changed` AFTER UPDATE OF `exact`, `stems`, `lazy`, `scope` ON `search_documents` BEGIN
	INSERT INTO `search_index`(`search_index`, `rowid`, `exact`, `stems`, `lazy`, `scope`)
	VALUES ('delete', old.`seq`, old.`exact`, old.`stems`, old.`lazy`, old.`scope`);
	INSERT INTO `search_index`(`rowid`, `exact`, `stems`, `lazy`, `scope`)
	VALUES (new.`seq`, new.`exact`, new.`stems`, new.`lazy`, new.`scope`);
END;
--> statement-breakpoint
ALTER TABLE `practices` DROP COLUMN `minutes`;
