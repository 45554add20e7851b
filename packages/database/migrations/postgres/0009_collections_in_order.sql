CREATE TABLE "practice_echoes_seen" (
	"member_id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "collection_practices" ADD COLUMN "position" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "practice_echoes_seen" ADD CONSTRAINT "practice_echoes_seen_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;
