CREATE TABLE "collection_versions" (
	"csp_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C" NOT NULL,
	"customer_id" text COLLATE "C" NOT NULL,
	"collection" text NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "collection_versions_customer_id_collection_pk" PRIMARY KEY("customer_id","collection")
);
--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "saved_views" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "collection_versions" ADD CONSTRAINT "collection_versions_csp_id_reseller_id_customer_id_customers_csp_id_reseller_id_id_fk" FOREIGN KEY ("csp_id","reseller_id","customer_id") REFERENCES "public"."customers"("csp_id","reseller_id","id") ON DELETE cascade ON UPDATE no action;