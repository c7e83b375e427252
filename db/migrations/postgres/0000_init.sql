CREATE TABLE "api_keys" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"csp_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C",
	"customer_id" text COLLATE "C",
	"name" text COLLATE "C" NOT NULL,
	"level" text NOT NULL,
	"secret_hash" text COLLATE "C" NOT NULL,
	"hint" text COLLATE "C" NOT NULL,
	"permissions" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"csp_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C",
	"owner_id" text COLLATE "C" NOT NULL,
	"page" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"query" text COLLATE "C" NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "skins" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"csp_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"colours" text NOT NULL,
	"logo" text COLLATE "C" DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"modified_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "skins_cspId_resellerId_name_unique" UNIQUE("csp_id","reseller_id","name")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"csp_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C",
	"email" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"role" text NOT NULL,
	"password_hash" text COLLATE "C" NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"sessions_from" timestamp (3) with time zone NOT NULL,
	"last_sign_in_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"modified_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "associations" (
	"csp_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C" NOT NULL,
	"customer_id" text COLLATE "C" NOT NULL,
	"partner_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" DEFAULT '' NOT NULL,
	CONSTRAINT "associations_customer_id_partner_id_pk" PRIMARY KEY("customer_id","partner_id")
);
--> statement-breakpoint
CREATE TABLE "capacity_entries" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"csp_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C" NOT NULL,
	"customer_id" text COLLATE "C" NOT NULL,
	"side" text NOT NULL,
	"unit_type" text COLLATE "C" NOT NULL,
	"amount" bigint NOT NULL,
	"name" text COLLATE "C" DEFAULT '' NOT NULL,
	"description" text COLLATE "C" DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"csp_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"folded_name" text COLLATE "C" NOT NULL,
	"sort_name" text COLLATE "C" NOT NULL,
	"status" text DEFAULT 'CONFIGURED' NOT NULL,
	"admin" boolean DEFAULT false NOT NULL,
	"external_id" text COLLATE "C",
	"external_metadata" text NOT NULL,
	"internal_identifier" text COLLATE "C" DEFAULT '' NOT NULL,
	"licensing_enabled" boolean DEFAULT false NOT NULL,
	"skin_names" text NOT NULL,
	"description" text COLLATE "C" DEFAULT '' NOT NULL,
	"tax_id" text COLLATE "C" DEFAULT '' NOT NULL,
	"address_line1" text COLLATE "C" DEFAULT '' NOT NULL,
	"address_line2" text COLLATE "C" DEFAULT '' NOT NULL,
	"city" text COLLATE "C" DEFAULT '' NOT NULL,
	"state" text COLLATE "C" DEFAULT '' NOT NULL,
	"zip" text COLLATE "C" DEFAULT '' NOT NULL,
	"country" text COLLATE "C" DEFAULT '' NOT NULL,
	"first_name" text COLLATE "C" DEFAULT '' NOT NULL,
	"middle_name" text COLLATE "C" DEFAULT '' NOT NULL,
	"last_name" text COLLATE "C" DEFAULT '' NOT NULL,
	"email" text COLLATE "C" DEFAULT '' NOT NULL,
	"phone" text COLLATE "C" DEFAULT '' NOT NULL,
	"phone_extension" text COLLATE "C" DEFAULT '' NOT NULL,
	"language" text COLLATE "C" DEFAULT '' NOT NULL,
	"validated_at" timestamp (3) with time zone,
	"first_activated_at" timestamp (3) with time zone,
	"billing_status" text DEFAULT 'NEW' NOT NULL,
	"signup_ip" text COLLATE "C" DEFAULT '' NOT NULL,
	"default_project_id" text COLLATE "C",
	"resource_group_id" text COLLATE "C",
	"retention_policy_id" text COLLATE "C",
	"profile" text NOT NULL,
	"billing_plan_id" text COLLATE "C",
	"last_activity_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"modified_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "customers_cspId_resellerId_id_unique" UNIQUE("csp_id","reseller_id","id")
);
--> statement-breakpoint
CREATE TABLE "domains" (
	"name" text COLLATE "C" PRIMARY KEY NOT NULL,
	"csp_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C" NOT NULL,
	"customer_id" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group_members" (
	"csp_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C" NOT NULL,
	"customer_id" text COLLATE "C" NOT NULL,
	"group_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "group_members_group_id_customer_id_pk" PRIMARY KEY("group_id","customer_id")
);
--> statement-breakpoint
CREATE TABLE "search_terms" (
	"csp_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C" NOT NULL,
	"customer_id" text COLLATE "C" NOT NULL,
	"term" text COLLATE "C" NOT NULL,
	CONSTRAINT "search_terms_customer_id_term_pk" PRIMARY KEY("customer_id","term")
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"csp_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C" NOT NULL,
	"customer_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"value" text NOT NULL,
	"modified_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "settings_customer_id_name_pk" PRIMARY KEY("customer_id","name")
);
--> statement-breakpoint
CREATE TABLE "user_groups" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"csp_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"description" text COLLATE "C" DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "user_groups_cspId_resellerId_id_unique" UNIQUE("csp_id","reseller_id","id")
);
--> statement-breakpoint
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
CREATE TABLE "allowed_providers" (
	"csp_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C" NOT NULL,
	"customer_id" text COLLATE "C" NOT NULL,
	"provider_id" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "allowed_providers_customer_id_provider_id_pk" PRIMARY KEY("customer_id","provider_id")
);
--> statement-breakpoint
CREATE TABLE "csp_providers" (
	"csp_id" text COLLATE "C" NOT NULL,
	"provider_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "csp_providers_csp_id_provider_id_pk" PRIMARY KEY("csp_id","provider_id")
);
--> statement-breakpoint
CREATE TABLE "project_shares" (
	"csp_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C" NOT NULL,
	"customer_id" text COLLATE "C" NOT NULL,
	"project_id" text COLLATE "C" NOT NULL,
	"shared_with_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "project_shares_project_id_shared_with_id_pk" PRIMARY KEY("project_id","shared_with_id")
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"csp_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C" NOT NULL,
	"customer_id" text COLLATE "C" NOT NULL,
	"provider_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "projects_cspId_resellerId_customerId_id_unique" UNIQUE("csp_id","reseller_id","customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "provider_accounts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"csp_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C" NOT NULL,
	"customer_id" text COLLATE "C" NOT NULL,
	"provider_id" text COLLATE "C" NOT NULL,
	"provider_customer_id" text COLLATE "C",
	"data" text NOT NULL,
	"margin_rule" text,
	"margin_value" numeric,
	"offer_type_margins" text NOT NULL,
	"agreement_status" text,
	"agreement_signatory" text,
	"agreement_attestation_id" text COLLATE "C",
	"agreement_date_agreed" timestamp (3) with time zone,
	"agreement_updated_at" timestamp (3) with time zone,
	"state" text DEFAULT 'idle' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"modified_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "provider_accounts_customerId_providerId_unique" UNIQUE("customer_id","provider_id")
);
--> statement-breakpoint
CREATE TABLE "providers" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"disambiguation" text COLLATE "C",
	"required_credentials" text NOT NULL,
	"discoverable" boolean NOT NULL,
	"cse_syntax" text COLLATE "C",
	"standalone_incompatible" boolean NOT NULL,
	"os_version" text COLLATE "C",
	"public_api_url" text COLLATE "C",
	"is_private" boolean NOT NULL,
	"offer_types" text NOT NULL,
	"supported_countries" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "resources" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"csp_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C" NOT NULL,
	"customer_id" text COLLATE "C" NOT NULL,
	"project_id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"name" text COLLATE "C" DEFAULT '' NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"attributes" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "storage_samples" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"csp_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C" NOT NULL,
	"customer_id" text COLLATE "C" NOT NULL,
	"project_id" text COLLATE "C" NOT NULL,
	"bytes_used" bigint NOT NULL,
	"container_count" integer NOT NULL,
	"object_count" bigint NOT NULL,
	"sampled_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"csp_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C",
	"customer_id" text COLLATE "C",
	"at" timestamp (3) with time zone NOT NULL,
	"actor_kind" text COLLATE "C" NOT NULL,
	"actor_id" text COLLATE "C" NOT NULL,
	"actor_name" text COLLATE "C" NOT NULL,
	"surface" text COLLATE "C" NOT NULL,
	"action" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C",
	"subject_id" text COLLATE "C",
	"before" text,
	"after" text,
	"correlation_id" text COLLATE "C" NOT NULL,
	"ip" text COLLATE "C" DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"csp_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C",
	"customer_id" text COLLATE "C",
	"action" text COLLATE "C" NOT NULL,
	"status" text NOT NULL,
	"name" text COLLATE "C" DEFAULT '' NOT NULL,
	"description" text COLLATE "C" DEFAULT '' NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"error" text COLLATE "C",
	"parent_id" text COLLATE "C",
	"actor_id" text COLLATE "C" NOT NULL,
	"actor_name" text COLLATE "C" NOT NULL,
	"input" text,
	"result" text
);
--> statement-breakpoint
CREATE TABLE "billing_plans" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"csp_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"concurrency" integer,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "billing_plans_cspId_id_unique" UNIQUE("csp_id","id")
);
--> statement-breakpoint
CREATE TABLE "csps" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"domain" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "csps_domain_unique" UNIQUE("domain")
);
--> statement-breakpoint
CREATE TABLE "resellers" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"csp_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"sort_name" text COLLATE "C" NOT NULL,
	"is_house" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"modified_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "resellers_cspId_id_unique" UNIQUE("csp_id","id")
);
--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_csp_id_csps_id_fk" FOREIGN KEY ("csp_id") REFERENCES "public"."csps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_csp_id_reseller_id_resellers_csp_id_id_fk" FOREIGN KEY ("csp_id","reseller_id") REFERENCES "public"."resellers"("csp_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_csp_id_csps_id_fk" FOREIGN KEY ("csp_id") REFERENCES "public"."csps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skins" ADD CONSTRAINT "skins_csp_id_reseller_id_resellers_csp_id_id_fk" FOREIGN KEY ("csp_id","reseller_id") REFERENCES "public"."resellers"("csp_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_csp_id_csps_id_fk" FOREIGN KEY ("csp_id") REFERENCES "public"."csps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_csp_id_reseller_id_resellers_csp_id_id_fk" FOREIGN KEY ("csp_id","reseller_id") REFERENCES "public"."resellers"("csp_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "associations" ADD CONSTRAINT "associations_csp_id_reseller_id_customer_id_customers_csp_id_reseller_id_id_fk" FOREIGN KEY ("csp_id","reseller_id","customer_id") REFERENCES "public"."customers"("csp_id","reseller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "associations" ADD CONSTRAINT "associations_csp_id_partner_id_resellers_csp_id_id_fk" FOREIGN KEY ("csp_id","partner_id") REFERENCES "public"."resellers"("csp_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capacity_entries" ADD CONSTRAINT "capacity_entries_csp_id_reseller_id_customer_id_customers_csp_id_reseller_id_id_fk" FOREIGN KEY ("csp_id","reseller_id","customer_id") REFERENCES "public"."customers"("csp_id","reseller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_csp_id_reseller_id_resellers_csp_id_id_fk" FOREIGN KEY ("csp_id","reseller_id") REFERENCES "public"."resellers"("csp_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_csp_id_billing_plan_id_billing_plans_csp_id_id_fk" FOREIGN KEY ("csp_id","billing_plan_id") REFERENCES "public"."billing_plans"("csp_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "domains" ADD CONSTRAINT "domains_csp_id_reseller_id_customer_id_customers_csp_id_reseller_id_id_fk" FOREIGN KEY ("csp_id","reseller_id","customer_id") REFERENCES "public"."customers"("csp_id","reseller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_csp_id_reseller_id_customer_id_customers_csp_id_reseller_id_id_fk" FOREIGN KEY ("csp_id","reseller_id","customer_id") REFERENCES "public"."customers"("csp_id","reseller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_csp_id_reseller_id_group_id_user_groups_csp_id_reseller_id_id_fk" FOREIGN KEY ("csp_id","reseller_id","group_id") REFERENCES "public"."user_groups"("csp_id","reseller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_terms" ADD CONSTRAINT "search_terms_csp_id_reseller_id_customer_id_customers_csp_id_reseller_id_id_fk" FOREIGN KEY ("csp_id","reseller_id","customer_id") REFERENCES "public"."customers"("csp_id","reseller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settings" ADD CONSTRAINT "settings_csp_id_reseller_id_customer_id_customers_csp_id_reseller_id_id_fk" FOREIGN KEY ("csp_id","reseller_id","customer_id") REFERENCES "public"."customers"("csp_id","reseller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_groups" ADD CONSTRAINT "user_groups_csp_id_reseller_id_resellers_csp_id_id_fk" FOREIGN KEY ("csp_id","reseller_id") REFERENCES "public"."resellers"("csp_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_listings" ADD CONSTRAINT "customer_listings_csp_id_reseller_id_customer_id_customers_csp_id_reseller_id_id_fk" FOREIGN KEY ("csp_id","reseller_id","customer_id") REFERENCES "public"."customers"("csp_id","reseller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_stamps" ADD CONSTRAINT "list_stamps_csp_id_reseller_id_resellers_csp_id_id_fk" FOREIGN KEY ("csp_id","reseller_id") REFERENCES "public"."resellers"("csp_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allowed_providers" ADD CONSTRAINT "allowed_providers_csp_id_reseller_id_customer_id_customers_csp_id_reseller_id_id_fk" FOREIGN KEY ("csp_id","reseller_id","customer_id") REFERENCES "public"."customers"("csp_id","reseller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allowed_providers" ADD CONSTRAINT "allowed_providers_csp_id_provider_id_csp_providers_csp_id_provider_id_fk" FOREIGN KEY ("csp_id","provider_id") REFERENCES "public"."csp_providers"("csp_id","provider_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "csp_providers" ADD CONSTRAINT "csp_providers_csp_id_csps_id_fk" FOREIGN KEY ("csp_id") REFERENCES "public"."csps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "csp_providers" ADD CONSTRAINT "csp_providers_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_shares" ADD CONSTRAINT "project_shares_csp_id_reseller_id_customer_id_project_id_projects_csp_id_reseller_id_customer_id_id_fk" FOREIGN KEY ("csp_id","reseller_id","customer_id","project_id") REFERENCES "public"."projects"("csp_id","reseller_id","customer_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_shares" ADD CONSTRAINT "project_shares_csp_id_reseller_id_shared_with_id_customers_csp_id_reseller_id_id_fk" FOREIGN KEY ("csp_id","reseller_id","shared_with_id") REFERENCES "public"."customers"("csp_id","reseller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_csp_id_reseller_id_customer_id_customers_csp_id_reseller_id_id_fk" FOREIGN KEY ("csp_id","reseller_id","customer_id") REFERENCES "public"."customers"("csp_id","reseller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_csp_id_provider_id_csp_providers_csp_id_provider_id_fk" FOREIGN KEY ("csp_id","provider_id") REFERENCES "public"."csp_providers"("csp_id","provider_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_accounts" ADD CONSTRAINT "provider_accounts_csp_id_reseller_id_customer_id_customers_csp_id_reseller_id_id_fk" FOREIGN KEY ("csp_id","reseller_id","customer_id") REFERENCES "public"."customers"("csp_id","reseller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_accounts" ADD CONSTRAINT "provider_accounts_csp_id_provider_id_csp_providers_csp_id_provider_id_fk" FOREIGN KEY ("csp_id","provider_id") REFERENCES "public"."csp_providers"("csp_id","provider_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resources" ADD CONSTRAINT "resources_csp_id_reseller_id_customer_id_project_id_projects_csp_id_reseller_id_customer_id_id_fk" FOREIGN KEY ("csp_id","reseller_id","customer_id","project_id") REFERENCES "public"."projects"("csp_id","reseller_id","customer_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "storage_samples" ADD CONSTRAINT "storage_samples_csp_id_reseller_id_customer_id_project_id_projects_csp_id_reseller_id_customer_id_id_fk" FOREIGN KEY ("csp_id","reseller_id","customer_id","project_id") REFERENCES "public"."projects"("csp_id","reseller_id","customer_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_csp_id_csps_id_fk" FOREIGN KEY ("csp_id") REFERENCES "public"."csps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_csp_id_csps_id_fk" FOREIGN KEY ("csp_id") REFERENCES "public"."csps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing_plans" ADD CONSTRAINT "billing_plans_csp_id_csps_id_fk" FOREIGN KEY ("csp_id") REFERENCES "public"."csps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resellers" ADD CONSTRAINT "resellers_csp_id_csps_id_fk" FOREIGN KEY ("csp_id") REFERENCES "public"."csps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_by_hash" ON "api_keys" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "api_keys_by_tenant" ON "api_keys" USING btree ("csp_id","reseller_id","customer_id");--> statement-breakpoint
CREATE INDEX "saved_views_by_tenant" ON "saved_views" USING btree ("csp_id","reseller_id","page");--> statement-breakpoint
CREATE UNIQUE INDEX "users_by_email" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "users_by_tenant" ON "users" USING btree ("csp_id","reseller_id");--> statement-breakpoint
CREATE INDEX "capacity_entries_by_customer" ON "capacity_entries" USING btree ("customer_id","side","unit_type");--> statement-breakpoint
CREATE INDEX "customers_by_creation" ON "customers" USING btree ("csp_id","reseller_id","created_at","id");--> statement-breakpoint
CREATE INDEX "customers_by_name" ON "customers" USING btree ("csp_id","reseller_id","sort_name","id");--> statement-breakpoint
CREATE INDEX "customers_by_folded_name" ON "customers" USING btree ("csp_id","folded_name");--> statement-breakpoint
CREATE INDEX "customers_by_status" ON "customers" USING btree ("csp_id","reseller_id","status","deleted_at");--> statement-breakpoint
CREATE INDEX "customers_by_csp_creation" ON "customers" USING btree ("csp_id","created_at","id");--> statement-breakpoint
CREATE INDEX "customers_by_csp_name" ON "customers" USING btree ("csp_id","sort_name","id");--> statement-breakpoint
CREATE INDEX "customers_by_deletion" ON "customers" USING btree ("deleted_at");--> statement-breakpoint
CREATE INDEX "domains_by_customer" ON "domains" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "group_members_by_customer" ON "group_members" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "search_terms_by_term" ON "search_terms" USING btree ("csp_id","term","reseller_id","customer_id");--> statement-breakpoint
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
CREATE INDEX "listings_by_csp_last_activity_at" ON "customer_listings" USING btree ("csp_id","deleted","last_activity_at","customer_id");--> statement-breakpoint
CREATE INDEX "project_shares_by_guest" ON "project_shares" USING btree ("shared_with_id");--> statement-breakpoint
CREATE INDEX "projects_by_customer" ON "projects" USING btree ("customer_id","provider_id");--> statement-breakpoint
CREATE INDEX "projects_by_provider" ON "projects" USING btree ("csp_id","provider_id");--> statement-breakpoint
CREATE INDEX "provider_accounts_by_agreement" ON "provider_accounts" USING btree ("csp_id","reseller_id","agreement_status");--> statement-breakpoint
CREATE INDEX "resources_by_project" ON "resources" USING btree ("project_id","kind","started_at");--> statement-breakpoint
CREATE INDEX "resources_by_customer" ON "resources" USING btree ("customer_id","kind","ended_at");--> statement-breakpoint
CREATE INDEX "resources_alive" ON "resources" USING btree ("csp_id","reseller_id","kind","ended_at");--> statement-breakpoint
CREATE INDEX "storage_samples_by_project" ON "storage_samples" USING btree ("project_id","sampled_at");--> statement-breakpoint
CREATE INDEX "audit_by_csp" ON "audit_entries" USING btree ("csp_id","id");--> statement-breakpoint
CREATE INDEX "audit_by_tenant" ON "audit_entries" USING btree ("csp_id","reseller_id","id");--> statement-breakpoint
CREATE INDEX "audit_by_customer" ON "audit_entries" USING btree ("csp_id","customer_id","id");--> statement-breakpoint
CREATE INDEX "audit_by_correlation" ON "audit_entries" USING btree ("csp_id","correlation_id");--> statement-breakpoint
CREATE INDEX "jobs_by_tenant" ON "jobs" USING btree ("csp_id","reseller_id","id");--> statement-breakpoint
CREATE INDEX "jobs_by_status" ON "jobs" USING btree ("status");