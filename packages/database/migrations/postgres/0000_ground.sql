CREATE TABLE "meta" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "search_documents" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"id" text NOT NULL,
	"place" text,
	"exact" "tsvector" NOT NULL,
	"stems" "tsvector" NOT NULL,
	"lazy" "tsvector" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX "search_documents_by_id" ON "search_documents" USING btree ("kind","id");
--> statement-breakpoint
CREATE INDEX "search_documents_by_place" ON "search_documents" USING btree ("kind","place");
