CREATE TABLE "communities" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"place_id" text,
	"scope" text NOT NULL,
	"name" jsonb NOT NULL,
	"name_key" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "community_members" (
	"community_id" text NOT NULL,
	"member_id" text NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	"shown_out_at" timestamp (3) with time zone,
	CONSTRAINT "community_members_community_id_member_id_pk" PRIMARY KEY("community_id","member_id")
);

--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text PRIMARY KEY NOT NULL,
	"topic_id" text NOT NULL,
	"n" bigint NOT NULL,
	"author_id" text,
	"body" text NOT NULL,
	"language" text,
	"reply_to" text,
	"at" timestamp (3) with time zone NOT NULL,
	"composed_at" timestamp (3) with time zone,
	"edited_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	"deleted_by" text,
	"reason" text
);

--> statement-breakpoint
CREATE TABLE "rooms" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"audience" text NOT NULL,
	"place_id" text NOT NULL,
	"scope" text NOT NULL,
	"community_id" text,
	"title" jsonb NOT NULL,
	"host_id" text,
	"archived_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "topic_readings" (
	"member_id" text NOT NULL,
	"topic_id" text NOT NULL,
	"up_to" bigint NOT NULL,
	CONSTRAINT "topic_readings_member_id_topic_id_pk" PRIMARY KEY("member_id","topic_id")
);

--> statement-breakpoint
CREATE TABLE "topics" (
	"id" text PRIMARY KEY NOT NULL,
	"room_id" text NOT NULL,
	"title" text NOT NULL,
	"author_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"last_n" bigint NOT NULL,
	"messages" bigint NOT NULL,
	"closed_at" timestamp (3) with time zone
);

--> statement-breakpoint
ALTER TABLE "communities" ADD CONSTRAINT "communities_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "community_members" ADD CONSTRAINT "community_members_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "community_members" ADD CONSTRAINT "community_members_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "topic_readings" ADD CONSTRAINT "topic_readings_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "topic_readings" ADD CONSTRAINT "topic_readings_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "communities_by_name" ON "communities" USING btree ("name_key","id");
--> statement-breakpoint
CREATE INDEX "communities_by_place" ON "communities" USING btree ("place_id");
--> statement-breakpoint
CREATE INDEX "community_members_by_member" ON "community_members" USING btree ("member_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "messages_by_number" ON "messages" USING btree ("topic_id","n");
--> statement-breakpoint
CREATE INDEX "messages_by_author" ON "messages" USING btree ("author_id");
--> statement-breakpoint
CREATE INDEX "rooms_by_place" ON "rooms" USING btree ("place_id");
--> statement-breakpoint
CREATE INDEX "rooms_by_community" ON "rooms" USING btree ("community_id");
--> statement-breakpoint
CREATE INDEX "rooms_by_host" ON "rooms" USING btree ("host_id");
--> statement-breakpoint
CREATE INDEX "topics_by_activity" ON "topics" USING btree ("room_id","last_at","id");
--> statement-breakpoint
CREATE INDEX "topics_by_author" ON "topics" USING btree ("author_id");
