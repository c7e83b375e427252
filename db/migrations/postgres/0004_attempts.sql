CREATE TABLE "attempts" (
	"who" text COLLATE "C" PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "attempts_by_time" ON "attempts" USING btree ("last_at");