-- A document without a scope is found by nobody; what is published from now on has one.
DELETE FROM "search_documents";
--> statement-breakpoint
DROP INDEX "search_documents_by_place";
--> statement-breakpoint
ALTER TABLE "search_documents" ADD COLUMN "scope" "tsvector" DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "search_documents" DROP COLUMN "place";
--> statement-breakpoint
ALTER TABLE "search_documents" DROP COLUMN "at";
--> statement-breakpoint
CREATE INDEX "search_documents_scope" ON "search_documents" USING gin ("scope");
--> statement-breakpoint
ALTER TABLE "practices" DROP COLUMN "minutes";
