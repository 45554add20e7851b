-- The words of search_documents, by column. `ascii` because packages/language has already said what a word is and how it is
-- spelt: every letter beyond ASCII belongs to its word, so FTS5 sees exactly the tokens PostgreSQL sees.
CREATE VIRTUAL TABLE `search_index` USING fts5(
	exact, stems, lazy,
	content='search_documents', content_rowid='seq',
	tokenize='ascii', prefix='2 3'
);
--> statement-breakpoint
-- Words of a deleted document leave the index at once, not when its segments happen to be merged.
INSERT INTO `search_index`(`search_index`, `rank`) VALUES ('secure-delete', 1);
--> statement-breakpoint
CREATE TRIGGER `search_documents_added` AFTER INSERT ON `search_documents` BEGIN
	INSERT INTO `search_index`(`rowid`, `exact`, `stems`, `lazy`) VALUES (new.`seq`, new.`exact`, new.`stems`, new.`lazy`);
END;
--> statement-breakpoint
CREATE TRIGGER `search_documents_dropped` AFTER DELETE ON `search_documents` BEGIN
	INSERT INTO `search_index`(`search_index`, `rowid`, `exact`, `stems`, `lazy`)
	VALUES ('delete', old.`seq`, old.`exact`, old.`stems`, old.`lazy`);
END;
--> statement-breakpoint
CREATE TRIGGER `search_documents_changed` AFTER UPDATE OF `exact`, `stems`, `lazy` ON `search_documents` BEGIN
	INSERT INTO `search_index`(`search_index`, `rowid`, `exact`, `stems`, `lazy`)
	VALUES ('delete', old.`seq`, old.`exact`, old.`stems`, old.`lazy`);
	INSERT INTO `search_index`(`rowid`, `exact`, `stems`, `lazy`) VALUES (new.`seq`, new.`exact`, new.`stems`, new.`lazy`);
END;
