DROP FUNCTION "search_matches";
--> statement-breakpoint
CREATE TABLE "search_words" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"token" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_documents" ADD COLUMN "facts" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "search_documents" ADD COLUMN "version" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "search_documents" ADD COLUMN "packed" "bytea";
--> statement-breakpoint
ALTER TABLE "search_documents" ADD COLUMN "extra" "bytea";
--> statement-breakpoint
ALTER TABLE "search_documents" ADD COLUMN "weight" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "search_documents" DROP COLUMN "exact";
--> statement-breakpoint
ALTER TABLE "search_documents" DROP COLUMN "stems";
--> statement-breakpoint
ALTER TABLE "search_documents" DROP COLUMN "lazy";
--> statement-breakpoint
ALTER TABLE "search_documents" DROP COLUMN "scope";
--> statement-breakpoint
-- In the order of bytes, as SQLite has it: a beginning of a word is a range.
CREATE UNIQUE INDEX "search_words_by_token" ON "search_words" ("token" COLLATE "C");
--> statement-breakpoint
-- The numbers that `search-ids.ts` packed (sorted, each as its distance from the one before, seven bits to a byte), as the index knows them.
-- Dear, so that no plan calls it for a row instead of asking the index.
CREATE FUNCTION "search_set"(packed bytea, extra bytea) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 100000 AS $$
DECLARE
	numbers text[] := '{}';
	bytes bytea;
	id bigint;
	step bigint;
	shift integer;
	byte integer;
BEGIN
	FOREACH bytes IN ARRAY ARRAY[packed, extra] LOOP
		id := 0;
		step := 0;
		shift := 0;
		FOR i IN 0 .. coalesce(length(bytes), 0) - 1 LOOP
			byte := get_byte(bytes, i);
			step := step | ((byte & 127)::bigint << shift);
			IF byte > 127 THEN
				shift := shift + 7;
			ELSE
				id := id + step;
				numbers := numbers || id::text;
				step := 0;
				shift := 0;
			END IF;
		END LOOP;
	END LOOP;
	RETURN array_to_tsvector(numbers);
END
$$;
--> statement-breakpoint
CREATE INDEX "search_documents_set" ON "search_documents" USING gin ("search_set"("packed", "extra")) WITH (fastupdate = off);
