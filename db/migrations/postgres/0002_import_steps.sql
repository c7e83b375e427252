CREATE TABLE "import_steps" (
	"csp_id" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"step" text NOT NULL,
	"applied" text,
	CONSTRAINT "import_steps_job_id_position_pk" PRIMARY KEY("job_id","position")
);
--> statement-breakpoint
ALTER TABLE "import_steps" ADD CONSTRAINT "import_steps_csp_id_csps_id_fk" FOREIGN KEY ("csp_id") REFERENCES "public"."csps"("id") ON DELETE no action ON UPDATE no action;