ALTER TABLE `practices` ADD `authors_changed` integer DEFAULT 0 NOT NULL;
