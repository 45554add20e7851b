ALTER TABLE `practice_versions` ADD `taken_from_id` text REFERENCES practices(id);
