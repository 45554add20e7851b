ALTER TABLE "practices" ADD COLUMN "co_author_ids" jsonb DEFAULT '[]' NOT NULL;
