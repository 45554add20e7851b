ALTER TABLE `practices` ADD `co_author_ids` text DEFAULT '[]' NOT NULL;
