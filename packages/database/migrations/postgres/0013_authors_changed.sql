ALTER TABLE "practices" ADD COLUMN "authors_changed" bigint DEFAULT 0 NOT NULL;
