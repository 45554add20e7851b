CREATE TABLE "audit" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" text,
	"act" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"note" text
);

--> statement-breakpoint
CREATE TABLE "commands" (
	"actor" text NOT NULL,
	"id" text NOT NULL,
	"hash" text NOT NULL,
	"answer" jsonb,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "commands_actor_id_pk" PRIMARY KEY("actor","id")
);

--> statement-breakpoint
CREATE TABLE "consents" (
	"id" text PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"text_version" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "credentials" (
	"id" text PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"account_id" text NOT NULL,
	"password" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "guests" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"role" text NOT NULL,
	"place_id" text NOT NULL,
	"inviter_id" text,
	"note" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"uses" bigint NOT NULL,
	"used" bigint DEFAULT 0 NOT NULL,
	"revoked_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "live_codes" (
	"code" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "live_participants" (
	"session_id" text NOT NULL,
	"actor_id" text NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "live_participants_session_id_actor_id_pk" PRIMARY KEY("session_id","actor_id")
);

--> statement-breakpoint
CREATE TABLE "live_questions" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"author_id" text,
	"author_kind" text NOT NULL,
	"guest_name" text,
	"anonymous" boolean NOT NULL,
	"body" text NOT NULL,
	"original" text,
	"state" text NOT NULL,
	"votes" bigint DEFAULT 0 NOT NULL,
	"reason" text,
	"merged_into" text,
	"answer_text" text,
	"answered_at" timestamp (3) with time zone,
	"aired_at" timestamp (3) with time zone,
	"at" timestamp (3) with time zone NOT NULL,
	"composed_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "live_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"place_id" text NOT NULL,
	"host_id" text,
	"title" jsonb NOT NULL,
	"opens_at" timestamp (3) with time zone NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"closes_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"naming" text NOT NULL,
	"review" boolean NOT NULL,
	"code" text,
	"code_until" timestamp (3) with time zone,
	"link_version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "live_supports" (
	"question_id" text NOT NULL,
	"ballot" text NOT NULL,
	CONSTRAINT "live_supports_question_id_ballot_pk" PRIMARY KEY("question_id","ballot")
);

--> statement-breakpoint
CREATE TABLE "logins" (
	"id" text PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"device" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "member_roles" (
	"member_id" text NOT NULL,
	"role" text NOT NULL,
	"place_id" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "member_roles_member_id_role_place_id_pk" PRIMARY KEY("member_id","role","place_id")
);

--> statement-breakpoint
CREATE TABLE "members" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text,
	"name_key" text NOT NULL,
	"login_name" text,
	"email" text,
	"locale" text NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"inviter_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"erased_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "news" (
	"stream" text NOT NULL,
	"seq" bigint NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "news_stream_seq_pk" PRIMARY KEY("stream","seq")
);

--> statement-breakpoint
CREATE TABLE "places" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"parent_id" text,
	"path" jsonb NOT NULL,
	"name" jsonb NOT NULL,
	"name_key" text NOT NULL,
	"found" text NOT NULL,
	"kato" text,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"official_name" jsonb,
	"school_type" text,
	"is_small" boolean,
	"languages" jsonb,
	"support_school_id" text
);

--> statement-breakpoint
CREATE TABLE "streams" (
	"name" text PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "live_participants" ADD CONSTRAINT "live_participants_session_id_live_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."live_sessions"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "live_questions" ADD CONSTRAINT "live_questions_session_id_live_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."live_sessions"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "live_sessions" ADD CONSTRAINT "live_sessions_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "live_sessions" ADD CONSTRAINT "live_sessions_host_id_members_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "live_supports" ADD CONSTRAINT "live_supports_question_id_live_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."live_questions"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "logins" ADD CONSTRAINT "logins_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "member_roles" ADD CONSTRAINT "member_roles_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "member_roles" ADD CONSTRAINT "member_roles_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_parent_id_places_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_support_school_id_places_id_fk" FOREIGN KEY ("support_school_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "audit_by_time" ON "audit" USING btree ("at","id");
--> statement-breakpoint
CREATE INDEX "audit_by_actor" ON "audit" USING btree ("actor_id","at");
--> statement-breakpoint
CREATE INDEX "audit_by_subject" ON "audit" USING btree ("subject_kind","subject_id","at");
--> statement-breakpoint
CREATE INDEX "commands_by_age" ON "commands" USING btree ("at");
--> statement-breakpoint
CREATE INDEX "consents_by_member" ON "consents" USING btree ("member_id","at");
--> statement-breakpoint
CREATE UNIQUE INDEX "credentials_by_member" ON "credentials" USING btree ("member_id","provider_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "guests_by_token" ON "guests" USING btree ("token_hash");
--> statement-breakpoint
CREATE INDEX "guests_by_age" ON "guests" USING btree ("created_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_by_token" ON "invitations" USING btree ("token_hash");
--> statement-breakpoint
CREATE INDEX "invitations_by_inviter" ON "invitations" USING btree ("inviter_id","created_at");
--> statement-breakpoint
CREATE INDEX "invitations_by_place" ON "invitations" USING btree ("place_id","created_at");
--> statement-breakpoint
CREATE INDEX "live_participants_by_actor" ON "live_participants" USING btree ("actor_id");
--> statement-breakpoint
CREATE INDEX "live_questions_by_votes" ON "live_questions" USING btree ("session_id","state","votes");
--> statement-breakpoint
CREATE INDEX "live_questions_by_author" ON "live_questions" USING btree ("author_id","session_id");
--> statement-breakpoint
CREATE INDEX "live_questions_by_merge" ON "live_questions" USING btree ("merged_into");
--> statement-breakpoint
CREATE INDEX "live_sessions_by_place" ON "live_sessions" USING btree ("place_id","starts_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "live_sessions_by_code" ON "live_sessions" USING btree ("code");
--> statement-breakpoint
CREATE INDEX "live_sessions_by_host" ON "live_sessions" USING btree ("host_id");
--> statement-breakpoint
CREATE INDEX "live_supports_by_ballot" ON "live_supports" USING btree ("ballot");
--> statement-breakpoint
CREATE UNIQUE INDEX "logins_by_token" ON "logins" USING btree ("token_hash");
--> statement-breakpoint
CREATE INDEX "logins_by_member" ON "logins" USING btree ("member_id","created_at");
--> statement-breakpoint
CREATE INDEX "logins_by_expiry" ON "logins" USING btree ("expires_at");
--> statement-breakpoint
CREATE INDEX "member_roles_by_place" ON "member_roles" USING btree ("place_id","role");
--> statement-breakpoint
CREATE INDEX "member_roles_by_role" ON "member_roles" USING btree ("role");
--> statement-breakpoint
CREATE UNIQUE INDEX "members_by_login_name" ON "members" USING btree ("login_name");
--> statement-breakpoint
CREATE UNIQUE INDEX "members_by_email" ON "members" USING btree ("email");
--> statement-breakpoint
CREATE INDEX "members_by_inviter" ON "members" USING btree ("inviter_id");
--> statement-breakpoint
CREATE INDEX "news_by_age" ON "news" USING btree ("at");
--> statement-breakpoint
CREATE INDEX "places_by_parent" ON "places" USING btree ("parent_id","name_key");
--> statement-breakpoint
CREATE INDEX "places_by_kind" ON "places" USING btree ("kind","name_key");
--> statement-breakpoint
CREATE INDEX "places_by_support" ON "places" USING btree ("support_school_id");
--> statement-breakpoint
CREATE INDEX "verifications_by_identifier" ON "verifications" USING btree ("identifier");
--> statement-breakpoint
CREATE INDEX "verifications_by_value" ON "verifications" USING btree ("value");
--> statement-breakpoint
CREATE INDEX "verifications_by_expiry" ON "verifications" USING btree ("expires_at");
