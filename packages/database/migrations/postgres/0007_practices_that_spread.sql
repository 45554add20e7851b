CREATE TABLE "collection_practices" (
	"collection_id" text NOT NULL,
	"practice_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "collection_practices_collection_id_practice_id_pk" PRIMARY KEY("collection_id","practice_id")
);

--> statement-breakpoint
CREATE TABLE "collections" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"title" text NOT NULL,
	"note" text NOT NULL,
	"shared" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "files" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text,
	"place_id" text,
	"kind" text NOT NULL,
	"mime" text NOT NULL,
	"name" text NOT NULL,
	"size" bigint NOT NULL,
	"width" bigint,
	"height" bigint,
	"sha256" text NOT NULL,
	"subject_kind" text,
	"subject_id" text,
	"small" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"gone_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "practice_authors" (
	"practice_id" text NOT NULL,
	"member_id" text NOT NULL,
	"invited_at" timestamp (3) with time zone NOT NULL,
	"agreed_at" timestamp (3) with time zone,
	CONSTRAINT "practice_authors_practice_id_member_id_pk" PRIMARY KEY("practice_id","member_id")
);

--> statement-breakpoint
CREATE TABLE "practice_drafts" (
	"practice_id" text NOT NULL,
	"member_id" text NOT NULL,
	"form" jsonb NOT NULL,
	"n" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "practice_drafts_member_id_practice_id_pk" PRIMARY KEY("member_id","practice_id")
);

--> statement-breakpoint
CREATE TABLE "practice_evidence" (
	"id" text PRIMARY KEY NOT NULL,
	"practice_id" text NOT NULL,
	"trial_id" text,
	"member_id" text,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"file_id" text,
	"consent_text" text,
	"consent_by" text,
	"consent_until" timestamp (3) with time zone,
	"at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended" text
);

--> statement-breakpoint
CREATE TABLE "practice_translations" (
	"id" text PRIMARY KEY NOT NULL,
	"practice_id" text NOT NULL,
	"language" text NOT NULL,
	"n" bigint NOT NULL,
	"of_version" bigint NOT NULL,
	"content" jsonb NOT NULL,
	"by" text NOT NULL,
	"translator_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	"verified_by" text,
	"verified_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "practice_trials" (
	"id" text PRIMARY KEY NOT NULL,
	"practice_id" text NOT NULL,
	"version" bigint NOT NULL,
	"member_id" text,
	"place_id" text NOT NULL,
	"outcome" text NOT NULL,
	"day" text NOT NULL,
	"class_kind" text NOT NULL,
	"grades" jsonb NOT NULL,
	"pupils" bigint,
	"language" text NOT NULL,
	"happened" text NOT NULL,
	"conditions" text NOT NULL,
	"changed" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"taken_back_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "review_exercises" (
	"member_id" text NOT NULL,
	"exercise" text NOT NULL,
	"scores" jsonb NOT NULL,
	"passed" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "review_exercises_member_id_exercise_pk" PRIMARY KEY("member_id","exercise")
);

--> statement-breakpoint
CREATE TABLE "review_rounds" (
	"id" text PRIMARY KEY NOT NULL,
	"practice_id" text NOT NULL,
	"version" bigint NOT NULL,
	"asked_by" text,
	"wanted" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"reviewer_id" text,
	"place_id" text NOT NULL,
	"taken_at" timestamp (3) with time zone NOT NULL,
	"scores" jsonb NOT NULL,
	"strong" text NOT NULL,
	"question" text NOT NULL,
	"next" text NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"released_at" timestamp (3) with time zone,
	"given_back_at" timestamp (3) with time zone
);

--> statement-breakpoint
ALTER TABLE "practices" ADD COLUMN "origin_id" text;
--> statement-breakpoint
ALTER TABLE "practices" ADD COLUMN "origin_version" bigint;
--> statement-breakpoint
ALTER TABLE "collection_practices" ADD CONSTRAINT "collection_practices_collection_id_collections_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collections"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "collection_practices" ADD CONSTRAINT "collection_practices_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "collections" ADD CONSTRAINT "collections_owner_id_members_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "practice_authors" ADD CONSTRAINT "practice_authors_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "practice_authors" ADD CONSTRAINT "practice_authors_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "practice_drafts" ADD CONSTRAINT "practice_drafts_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "practice_evidence" ADD CONSTRAINT "practice_evidence_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "practice_evidence" ADD CONSTRAINT "practice_evidence_trial_id_practice_trials_id_fk" FOREIGN KEY ("trial_id") REFERENCES "public"."practice_trials"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "practice_evidence" ADD CONSTRAINT "practice_evidence_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "practice_translations" ADD CONSTRAINT "practice_translations_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "practice_translations" ADD CONSTRAINT "practice_translations_translator_id_members_id_fk" FOREIGN KEY ("translator_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "practice_translations" ADD CONSTRAINT "practice_translations_verified_by_members_id_fk" FOREIGN KEY ("verified_by") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "practice_trials" ADD CONSTRAINT "practice_trials_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "practice_trials" ADD CONSTRAINT "practice_trials_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "practice_trials" ADD CONSTRAINT "practice_trials_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "review_exercises" ADD CONSTRAINT "review_exercises_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "review_rounds" ADD CONSTRAINT "review_rounds_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "review_rounds" ADD CONSTRAINT "review_rounds_asked_by_members_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_round_id_review_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."review_rounds"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_reviewer_id_members_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "collection_practices_by_practice" ON "collection_practices" USING btree ("practice_id");
--> statement-breakpoint
CREATE INDEX "collections_by_owner" ON "collections" USING btree ("owner_id","at");
--> statement-breakpoint
CREATE INDEX "files_by_subject" ON "files" USING btree ("subject_kind","subject_id");
--> statement-breakpoint
CREATE INDEX "files_by_owner" ON "files" USING btree ("owner_id","at");
--> statement-breakpoint
CREATE INDEX "files_by_place" ON "files" USING btree ("place_id");
--> statement-breakpoint
CREATE INDEX "practice_authors_by_member" ON "practice_authors" USING btree ("member_id","practice_id");
--> statement-breakpoint
CREATE INDEX "practice_evidence_by_practice" ON "practice_evidence" USING btree ("practice_id","at","id");
--> statement-breakpoint
CREATE INDEX "practice_evidence_by_member" ON "practice_evidence" USING btree ("member_id","at");
--> statement-breakpoint
CREATE INDEX "practice_evidence_by_trial" ON "practice_evidence" USING btree ("trial_id");
--> statement-breakpoint
CREATE INDEX "practice_evidence_by_end" ON "practice_evidence" USING btree ("consent_until");
--> statement-breakpoint
CREATE UNIQUE INDEX "practice_translations_once" ON "practice_translations" USING btree ("practice_id","language","n");
--> statement-breakpoint
CREATE INDEX "practice_translations_by_translator" ON "practice_translations" USING btree ("translator_id");
--> statement-breakpoint
CREATE INDEX "practice_translations_by_verifier" ON "practice_translations" USING btree ("verified_by");
--> statement-breakpoint
CREATE INDEX "practice_trials_by_practice" ON "practice_trials" USING btree ("practice_id","at","id");
--> statement-breakpoint
CREATE INDEX "practice_trials_by_member" ON "practice_trials" USING btree ("member_id","at");
--> statement-breakpoint
CREATE INDEX "practice_trials_by_place" ON "practice_trials" USING btree ("place_id","practice_id");
--> statement-breakpoint
CREATE INDEX "review_rounds_by_practice" ON "review_rounds" USING btree ("practice_id","at");
--> statement-breakpoint
CREATE INDEX "review_rounds_open" ON "review_rounds" USING btree ("closed_at","at");
--> statement-breakpoint
CREATE INDEX "review_rounds_by_asker" ON "review_rounds" USING btree ("asked_by");
--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_once" ON "reviews" USING btree ("round_id","reviewer_id");
--> statement-breakpoint
CREATE INDEX "reviews_by_reviewer" ON "reviews" USING btree ("reviewer_id","taken_at");
--> statement-breakpoint
ALTER TABLE "practices" ADD CONSTRAINT "practices_origin_id_practices_id_fk" FOREIGN KEY ("origin_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "practices_by_origin" ON "practices" USING btree ("origin_id","published_at");
