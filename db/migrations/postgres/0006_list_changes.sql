CREATE TABLE "list_changes" (
	"csp_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C" NOT NULL,
	"customer_id" text COLLATE "C" NOT NULL,
	"n" integer NOT NULL,
	"before" text,
	"after" text,
	CONSTRAINT "list_changes_reseller_id_n_pk" PRIMARY KEY("reseller_id","n")
);
--> statement-breakpoint
ALTER TABLE "list_changes" ADD CONSTRAINT "list_changes_csp_id_reseller_id_customer_id_customers_csp_id_reseller_id_id_fk" FOREIGN KEY ("csp_id","reseller_id","customer_id") REFERENCES "public"."customers"("csp_id","reseller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "list_changes_by_customer" ON "list_changes" USING btree ("customer_id");