CREATE TABLE "room_followings" (
	"member_id" text NOT NULL,
	"room_id" text NOT NULL,
	"level" text NOT NULL,
	CONSTRAINT "room_followings_member_id_room_id_pk" PRIMARY KEY("member_id","room_id")
);

--> statement-breakpoint
CREATE TABLE "topic_followings" (
	"member_id" text NOT NULL,
	"topic_id" text NOT NULL,
	"level" text NOT NULL,
	CONSTRAINT "topic_followings_member_id_topic_id_pk" PRIMARY KEY("member_id","topic_id")
);

--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "resolved_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "answer_id" text;
--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "pinned_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "room_followings" ADD CONSTRAINT "room_followings_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "room_followings" ADD CONSTRAINT "room_followings_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "topic_followings" ADD CONSTRAINT "topic_followings_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "topic_followings" ADD CONSTRAINT "topic_followings_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "topics_by_last" ON "topics" USING btree ("last_at","id");
