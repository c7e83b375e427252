CREATE TABLE "customer_listings" (
	"csp_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C" NOT NULL,
	"customer_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"status" text NOT NULL,
	"reseller" text COLLATE "C" NOT NULL,
	"country" text COLLATE "C" NOT NULL,
	"providers" text COLLATE "C" NOT NULL,
	"servers" integer NOT NULL,
	"agreement" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_activity_at" timestamp (3) with time zone NOT NULL,
	"country_code" text COLLATE "C" NOT NULL,
	"provider_ids" text COLLATE "C" NOT NULL,
	"deleted" boolean NOT NULL,
	CONSTRAINT "customer_listings_customer_id_pk" PRIMARY KEY("customer_id")
);
--> statement-breakpoint
CREATE TABLE "list_stamps" (
	"csp_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C" NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "list_stamps_csp_id_reseller_id_pk" PRIMARY KEY("csp_id","reseller_id")
);
--> statement-breakpoint
ALTER TABLE "customer_listings" ADD CONSTRAINT "customer_listings_csp_id_reseller_id_customer_id_customers_csp_id_reseller_id_id_fk" FOREIGN KEY ("csp_id","reseller_id","customer_id") REFERENCES "public"."customers"("csp_id","reseller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_stamps" ADD CONSTRAINT "list_stamps_csp_id_reseller_id_resellers_csp_id_id_fk" FOREIGN KEY ("csp_id","reseller_id") REFERENCES "public"."resellers"("csp_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "listings_by_name" ON "customer_listings" USING btree ("csp_id","reseller_id","deleted","name","customer_id");--> statement-breakpoint
CREATE INDEX "listings_by_csp_name" ON "customer_listings" USING btree ("csp_id","deleted","name","customer_id");--> statement-breakpoint
CREATE INDEX "listings_by_status" ON "customer_listings" USING btree ("csp_id","reseller_id","deleted","status","customer_id");--> statement-breakpoint
CREATE INDEX "listings_by_csp_status" ON "customer_listings" USING btree ("csp_id","deleted","status","customer_id");--> statement-breakpoint
CREATE INDEX "listings_by_reseller" ON "customer_listings" USING btree ("csp_id","reseller_id","deleted","reseller","customer_id");--> statement-breakpoint
CREATE INDEX "listings_by_csp_reseller" ON "customer_listings" USING btree ("csp_id","deleted","reseller","customer_id");--> statement-breakpoint
CREATE INDEX "listings_by_country" ON "customer_listings" USING btree ("csp_id","reseller_id","deleted","country","customer_id");--> statement-breakpoint
CREATE INDEX "listings_by_csp_country" ON "customer_listings" USING btree ("csp_id","deleted","country","customer_id");--> statement-breakpoint
CREATE INDEX "listings_by_providers" ON "customer_listings" USING btree ("csp_id","reseller_id","deleted","providers","customer_id");--> statement-breakpoint
CREATE INDEX "listings_by_csp_providers" ON "customer_listings" USING btree ("csp_id","deleted","providers","customer_id");--> statement-breakpoint
CREATE INDEX "listings_by_servers" ON "customer_listings" USING btree ("csp_id","reseller_id","deleted","servers","customer_id");--> statement-breakpoint
CREATE INDEX "listings_by_csp_servers" ON "customer_listings" USING btree ("csp_id","deleted","servers","customer_id");--> statement-breakpoint
CREATE INDEX "listings_by_agreement" ON "customer_listings" USING btree ("csp_id","reseller_id","deleted","agreement","customer_id");--> statement-breakpoint
CREATE INDEX "listings_by_csp_agreement" ON "customer_listings" USING btree ("csp_id","deleted","agreement","customer_id");--> statement-breakpoint
CREATE INDEX "listings_by_created_at" ON "customer_listings" USING btree ("csp_id","reseller_id","deleted","created_at","customer_id");--> statement-breakpoint
CREATE INDEX "listings_by_csp_created_at" ON "customer_listings" USING btree ("csp_id","deleted","created_at","customer_id");--> statement-breakpoint
CREATE INDEX "listings_by_last_activity_at" ON "customer_listings" USING btree ("csp_id","reseller_id","deleted","last_activity_at","customer_id");--> statement-breakpoint
CREATE INDEX "listings_by_csp_last_activity_at" ON "customer_listings" USING btree ("csp_id","deleted","last_activity_at","customer_id");