ALTER TABLE "practice_versions" ADD COLUMN "taken_from_id" text;
--> statement-breakpoint
ALTER TABLE "practice_versions" ADD CONSTRAINT "practice_versions_taken_from_id_practices_id_fk" FOREIGN KEY ("taken_from_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;
