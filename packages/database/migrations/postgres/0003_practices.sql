CREATE TABLE "practice_tags" (
	"practice_id" text NOT NULL,
	"tag" text NOT NULL,
	CONSTRAINT "practice_tags_practice_id_tag_pk" PRIMARY KEY("practice_id","tag")
);

--> statement-breakpoint
CREATE TABLE "practice_versions" (
	"practice_id" text NOT NULL,
	"n" bigint NOT NULL,
	"content" jsonb NOT NULL,
	"writer_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "practice_versions_practice_id_n_pk" PRIMARY KEY("practice_id","n")
);

--> statement-breakpoint
CREATE TABLE "practices" (
	"id" text PRIMARY KEY NOT NULL,
	"author_id" text,
	"place_id" text NOT NULL,
	"current" bigint NOT NULL,
	"minutes" bigint NOT NULL,
	"visibility" text NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_by" text,
	"withdrawn_reason" text
);

--> statement-breakpoint
ALTER TABLE "practice_tags" ADD CONSTRAINT "practice_tags_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "practice_versions" ADD CONSTRAINT "practice_versions_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "practice_versions" ADD CONSTRAINT "practice_versions_writer_id_members_id_fk" FOREIGN KEY ("writer_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "practices" ADD CONSTRAINT "practices_author_id_members_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "practices" ADD CONSTRAINT "practices_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "practices" ADD CONSTRAINT "practices_withdrawn_by_members_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "practice_tags_by_tag" ON "practice_tags" USING btree ("tag","practice_id");
--> statement-breakpoint
CREATE INDEX "practice_versions_by_writer" ON "practice_versions" USING btree ("writer_id");
--> statement-breakpoint
CREATE INDEX "practices_by_time" ON "practices" USING btree ("published_at","id");
--> statement-breakpoint
CREATE INDEX "practices_by_author" ON "practices" USING btree ("author_id","published_at");
--> statement-breakpoint
CREATE INDEX "practices_by_place" ON "practices" USING btree ("place_id","published_at");
--> statement-breakpoint
CREATE INDEX "practices_by_withdrawer" ON "practices" USING btree ("withdrawn_by");
