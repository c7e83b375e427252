CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`csp_id` text NOT NULL,
	`reseller_id` text,
	`customer_id` text,
	`name` text NOT NULL,
	`level` text NOT NULL,
	`secret_hash` text NOT NULL,
	`hint` text NOT NULL,
	`permissions` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`last_used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`csp_id`) REFERENCES `csps`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`csp_id`,`reseller_id`) REFERENCES `resellers`(`csp_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_by_hash` ON `api_keys` (`secret_hash`);--> statement-breakpoint
CREATE INDEX `api_keys_by_tenant` ON `api_keys` (`csp_id`,`reseller_id`,`customer_id`);--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`csp_id` text NOT NULL,
	`reseller_id` text,
	`owner_id` text NOT NULL,
	`page` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`shared` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`csp_id`) REFERENCES `csps`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `saved_views_by_tenant` ON `saved_views` (`csp_id`,`reseller_id`,`page`);--> statement-breakpoint
CREATE TABLE `skins` (
	`id` text PRIMARY KEY NOT NULL,
	`csp_id` text NOT NULL,
	`reseller_id` text NOT NULL,
	`name` text NOT NULL,
	`colours` text NOT NULL,
	`logo` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`modified_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`csp_id`,`reseller_id`) REFERENCES `resellers`(`csp_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `skins_cspId_resellerId_name_unique` ON `skins` (`csp_id`,`reseller_id`,`name`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`csp_id` text NOT NULL,
	`reseller_id` text,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`password_hash` text NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`sessions_from` integer NOT NULL,
	`last_sign_in_at` integer,
	`created_at` integer NOT NULL,
	`modified_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`csp_id`) REFERENCES `csps`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`csp_id`,`reseller_id`) REFERENCES `resellers`(`csp_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_by_email` ON `users` (`email`);--> statement-breakpoint
CREATE INDEX `users_by_tenant` ON `users` (`csp_id`,`reseller_id`);--> statement-breakpoint
CREATE TABLE `associations` (
	`csp_id` text NOT NULL,
	`reseller_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`partner_id` text NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`customer_id`, `partner_id`),
	FOREIGN KEY (`csp_id`,`reseller_id`,`customer_id`) REFERENCES `customers`(`csp_id`,`reseller_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`csp_id`,`partner_id`) REFERENCES `resellers`(`csp_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `capacity_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`csp_id` text NOT NULL,
	`reseller_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`side` text NOT NULL,
	`unit_type` text NOT NULL,
	`amount` integer NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`csp_id`,`reseller_id`,`customer_id`) REFERENCES `customers`(`csp_id`,`reseller_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `capacity_entries_by_customer` ON `capacity_entries` (`customer_id`,`side`,`unit_type`);--> statement-breakpoint
CREATE TABLE `customers` (
	`id` text PRIMARY KEY NOT NULL,
	`csp_id` text NOT NULL,
	`reseller_id` text NOT NULL,
	`name` text NOT NULL,
	`folded_name` text NOT NULL,
	`sort_name` text NOT NULL,
	`status` text DEFAULT 'CONFIGURED' NOT NULL,
	`admin` integer DEFAULT false NOT NULL,
	`external_id` text,
	`external_metadata` text NOT NULL,
	`internal_identifier` text DEFAULT '' NOT NULL,
	`licensing_enabled` integer DEFAULT false NOT NULL,
	`skin_names` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`tax_id` text DEFAULT '' NOT NULL,
	`address_line1` text DEFAULT '' NOT NULL,
	`address_line2` text DEFAULT '' NOT NULL,
	`city` text DEFAULT '' NOT NULL,
	`state` text DEFAULT '' NOT NULL,
	`zip` text DEFAULT '' NOT NULL,
	`country` text DEFAULT '' NOT NULL,
	`first_name` text DEFAULT '' NOT NULL,
	`middle_name` text DEFAULT '' NOT NULL,
	`last_name` text DEFAULT '' NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`phone_extension` text DEFAULT '' NOT NULL,
	`language` text DEFAULT '' NOT NULL,
	`validated_at` integer,
	`first_activated_at` integer,
	`billing_status` text DEFAULT 'NEW' NOT NULL,
	`signup_ip` text DEFAULT '' NOT NULL,
	`default_project_id` text,
	`resource_group_id` text,
	`retention_policy_id` text,
	`profile` text NOT NULL,
	`billing_plan_id` text,
	`last_activity_at` integer,
	`created_at` integer NOT NULL,
	`modified_at` integer NOT NULL,
	`deleted_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`csp_id`,`reseller_id`) REFERENCES `resellers`(`csp_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`csp_id`,`billing_plan_id`) REFERENCES `billing_plans`(`csp_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `customers_by_creation` ON `customers` (`csp_id`,`reseller_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `customers_by_name` ON `customers` (`csp_id`,`reseller_id`,`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `customers_by_folded_name` ON `customers` (`csp_id`,`folded_name`);--> statement-breakpoint
CREATE INDEX `customers_by_status` ON `customers` (`csp_id`,`reseller_id`,`status`,`deleted_at`);--> statement-breakpoint
CREATE INDEX `customers_by_csp_creation` ON `customers` (`csp_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `customers_by_csp_name` ON `customers` (`csp_id`,`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `customers_by_deletion` ON `customers` (`deleted_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `customers_cspId_resellerId_id_unique` ON `customers` (`csp_id`,`reseller_id`,`id`);--> statement-breakpoint
CREATE TABLE `domains` (
	`name` text PRIMARY KEY NOT NULL,
	`csp_id` text NOT NULL,
	`reseller_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`csp_id`,`reseller_id`,`customer_id`) REFERENCES `customers`(`csp_id`,`reseller_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `domains_by_customer` ON `domains` (`customer_id`);--> statement-breakpoint
CREATE TABLE `group_members` (
	`csp_id` text NOT NULL,
	`reseller_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`group_id` text NOT NULL,
	PRIMARY KEY(`group_id`, `customer_id`),
	FOREIGN KEY (`csp_id`,`reseller_id`,`customer_id`) REFERENCES `customers`(`csp_id`,`reseller_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`csp_id`,`reseller_id`,`group_id`) REFERENCES `user_groups`(`csp_id`,`reseller_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `group_members_by_customer` ON `group_members` (`customer_id`);--> statement-breakpoint
CREATE TABLE `search_terms` (
	`csp_id` text NOT NULL,
	`reseller_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`term` text NOT NULL,
	PRIMARY KEY(`customer_id`, `term`),
	FOREIGN KEY (`csp_id`,`reseller_id`,`customer_id`) REFERENCES `customers`(`csp_id`,`reseller_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `search_terms_by_term` ON `search_terms` (`csp_id`,`term`,`reseller_id`,`customer_id`);--> statement-breakpoint
CREATE TABLE `settings` (
	`csp_id` text NOT NULL,
	`reseller_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	`modified_at` integer NOT NULL,
	PRIMARY KEY(`customer_id`, `name`),
	FOREIGN KEY (`csp_id`,`reseller_id`,`customer_id`) REFERENCES `customers`(`csp_id`,`reseller_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `user_groups` (
	`id` text PRIMARY KEY NOT NULL,
	`csp_id` text NOT NULL,
	`reseller_id` text NOT NULL,
	`name` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`csp_id`,`reseller_id`) REFERENCES `resellers`(`csp_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_groups_cspId_resellerId_id_unique` ON `user_groups` (`csp_id`,`reseller_id`,`id`);--> statement-breakpoint
CREATE TABLE `customer_listings` (
	`csp_id` text NOT NULL,
	`reseller_id` text NOT NULL,
	`customer_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`status` text NOT NULL,
	`reseller` text NOT NULL,
	`country` text NOT NULL,
	`providers` text NOT NULL,
	`servers` integer NOT NULL,
	`agreement` integer NOT NULL,
	`created_at` integer NOT NULL,
	`last_activity_at` integer NOT NULL,
	`deleted` integer NOT NULL,
	FOREIGN KEY (`csp_id`,`reseller_id`,`customer_id`) REFERENCES `customers`(`csp_id`,`reseller_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `listings_by_name` ON `customer_listings` (`csp_id`,`reseller_id`,`deleted`,`name`,`customer_id`);--> statement-breakpoint
CREATE INDEX `listings_by_csp_name` ON `customer_listings` (`csp_id`,`deleted`,`name`,`customer_id`);--> statement-breakpoint
CREATE INDEX `listings_by_status` ON `customer_listings` (`csp_id`,`reseller_id`,`deleted`,`status`,`customer_id`);--> statement-breakpoint
CREATE INDEX `listings_by_csp_status` ON `customer_listings` (`csp_id`,`deleted`,`status`,`customer_id`);--> statement-breakpoint
CREATE INDEX `listings_by_reseller` ON `customer_listings` (`csp_id`,`reseller_id`,`deleted`,`reseller`,`customer_id`);--> statement-breakpoint
CREATE INDEX `listings_by_csp_reseller` ON `customer_listings` (`csp_id`,`deleted`,`reseller`,`customer_id`);--> statement-breakpoint
CREATE INDEX `listings_by_country` ON `customer_listings` (`csp_id`,`reseller_id`,`deleted`,`country`,`customer_id`);--> statement-breakpoint
CREATE INDEX `listings_by_csp_country` ON `customer_listings` (`csp_id`,`deleted`,`country`,`customer_id`);--> statement-breakpoint
CREATE INDEX `listings_by_providers` ON `customer_listings` (`csp_id`,`reseller_id`,`deleted`,`providers`,`customer_id`);--> statement-breakpoint
CREATE INDEX `listings_by_csp_providers` ON `customer_listings` (`csp_id`,`deleted`,`providers`,`customer_id`);--> statement-breakpoint
CREATE INDEX `listings_by_servers` ON `customer_listings` (`csp_id`,`reseller_id`,`deleted`,`servers`,`customer_id`);--> statement-breakpoint
CREATE INDEX `listings_by_csp_servers` ON `customer_listings` (`csp_id`,`deleted`,`servers`,`customer_id`);--> statement-breakpoint
CREATE INDEX `listings_by_agreement` ON `customer_listings` (`csp_id`,`reseller_id`,`deleted`,`agreement`,`customer_id`);--> statement-breakpoint
CREATE INDEX `listings_by_csp_agreement` ON `customer_listings` (`csp_id`,`deleted`,`agreement`,`customer_id`);--> statement-breakpoint
CREATE INDEX `listings_by_created_at` ON `customer_listings` (`csp_id`,`reseller_id`,`deleted`,`created_at`,`customer_id`);--> statement-breakpoint
CREATE INDEX `listings_by_csp_created_at` ON `customer_listings` (`csp_id`,`deleted`,`created_at`,`customer_id`);--> statement-breakpoint
CREATE INDEX `listings_by_last_activity_at` ON `customer_listings` (`csp_id`,`reseller_id`,`deleted`,`last_activity_at`,`customer_id`);--> statement-breakpoint
CREATE INDEX `listings_by_csp_last_activity_at` ON `customer_listings` (`csp_id`,`deleted`,`last_activity_at`,`customer_id`);--> statement-breakpoint
CREATE TABLE `list_stamps` (
	`csp_id` text NOT NULL,
	`reseller_id` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`csp_id`, `reseller_id`),
	FOREIGN KEY (`csp_id`,`reseller_id`) REFERENCES `resellers`(`csp_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `allowed_providers` (
	`csp_id` text NOT NULL,
	`reseller_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`customer_id`, `provider_id`),
	FOREIGN KEY (`csp_id`,`reseller_id`,`customer_id`) REFERENCES `customers`(`csp_id`,`reseller_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`csp_id`,`provider_id`) REFERENCES `csp_providers`(`csp_id`,`provider_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `csp_providers` (
	`csp_id` text NOT NULL,
	`provider_id` text NOT NULL,
	PRIMARY KEY(`csp_id`, `provider_id`),
	FOREIGN KEY (`csp_id`) REFERENCES `csps`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `project_shares` (
	`csp_id` text NOT NULL,
	`reseller_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`project_id` text NOT NULL,
	`shared_with_id` text NOT NULL,
	PRIMARY KEY(`project_id`, `shared_with_id`),
	FOREIGN KEY (`csp_id`,`reseller_id`,`customer_id`,`project_id`) REFERENCES `projects`(`csp_id`,`reseller_id`,`customer_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`csp_id`,`reseller_id`,`shared_with_id`) REFERENCES `customers`(`csp_id`,`reseller_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `project_shares_by_guest` ON `project_shares` (`shared_with_id`);--> statement-breakpoint
CREATE TABLE `projects` (
	`id` text PRIMARY KEY NOT NULL,
	`csp_id` text NOT NULL,
	`reseller_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`csp_id`,`reseller_id`,`customer_id`) REFERENCES `customers`(`csp_id`,`reseller_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`csp_id`,`provider_id`) REFERENCES `csp_providers`(`csp_id`,`provider_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `projects_by_customer` ON `projects` (`customer_id`,`provider_id`);--> statement-breakpoint
CREATE INDEX `projects_by_provider` ON `projects` (`csp_id`,`provider_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `projects_cspId_resellerId_customerId_id_unique` ON `projects` (`csp_id`,`reseller_id`,`customer_id`,`id`);--> statement-breakpoint
CREATE TABLE `provider_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`csp_id` text NOT NULL,
	`reseller_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`provider_customer_id` text,
	`data` text NOT NULL,
	`margin_rule` text,
	`margin_value` text,
	`offer_type_margins` text NOT NULL,
	`agreement_status` text,
	`agreement_signatory` text,
	`agreement_attestation_id` text,
	`agreement_date_agreed` integer,
	`agreement_updated_at` integer,
	`state` text DEFAULT 'idle' NOT NULL,
	`created_at` integer NOT NULL,
	`modified_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`csp_id`,`reseller_id`,`customer_id`) REFERENCES `customers`(`csp_id`,`reseller_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`csp_id`,`provider_id`) REFERENCES `csp_providers`(`csp_id`,`provider_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `provider_accounts_by_agreement` ON `provider_accounts` (`csp_id`,`reseller_id`,`agreement_status`);--> statement-breakpoint
CREATE UNIQUE INDEX `provider_accounts_customerId_providerId_unique` ON `provider_accounts` (`customer_id`,`provider_id`);--> statement-breakpoint
CREATE TABLE `providers` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`disambiguation` text,
	`required_credentials` text NOT NULL,
	`discoverable` integer NOT NULL,
	`cse_syntax` text,
	`standalone_incompatible` integer NOT NULL,
	`os_version` text,
	`public_api_url` text,
	`is_private` integer NOT NULL,
	`offer_types` text NOT NULL,
	`supported_countries` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `resources` (
	`id` text PRIMARY KEY NOT NULL,
	`csp_id` text NOT NULL,
	`reseller_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`project_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`attributes` text NOT NULL,
	FOREIGN KEY (`csp_id`,`reseller_id`,`customer_id`,`project_id`) REFERENCES `projects`(`csp_id`,`reseller_id`,`customer_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `resources_by_project` ON `resources` (`project_id`,`kind`,`started_at`);--> statement-breakpoint
CREATE INDEX `resources_by_customer` ON `resources` (`customer_id`,`kind`,`ended_at`);--> statement-breakpoint
CREATE INDEX `resources_alive` ON `resources` (`csp_id`,`reseller_id`,`kind`,`ended_at`);--> statement-breakpoint
CREATE TABLE `storage_samples` (
	`id` text PRIMARY KEY NOT NULL,
	`csp_id` text NOT NULL,
	`reseller_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`project_id` text NOT NULL,
	`bytes_used` integer NOT NULL,
	`container_count` integer NOT NULL,
	`object_count` integer NOT NULL,
	`sampled_at` integer NOT NULL,
	FOREIGN KEY (`csp_id`,`reseller_id`,`customer_id`,`project_id`) REFERENCES `projects`(`csp_id`,`reseller_id`,`customer_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `storage_samples_by_project` ON `storage_samples` (`project_id`,`sampled_at`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`csp_id` text NOT NULL,
	`reseller_id` text,
	`customer_id` text,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`actor_name` text NOT NULL,
	`surface` text NOT NULL,
	`action` text NOT NULL,
	`subject` text,
	`subject_id` text,
	`before` text,
	`after` text,
	`correlation_id` text NOT NULL,
	`ip` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`csp_id`) REFERENCES `csps`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `audit_by_csp` ON `audit_entries` (`csp_id`,`id`);--> statement-breakpoint
CREATE INDEX `audit_by_tenant` ON `audit_entries` (`csp_id`,`reseller_id`,`id`);--> statement-breakpoint
CREATE INDEX `audit_by_customer` ON `audit_entries` (`csp_id`,`customer_id`,`id`);--> statement-breakpoint
CREATE INDEX `audit_by_correlation` ON `audit_entries` (`csp_id`,`correlation_id`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`csp_id` text NOT NULL,
	`reseller_id` text,
	`customer_id` text,
	`action` text NOT NULL,
	`status` text NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`error` text,
	`parent_id` text,
	`actor_id` text NOT NULL,
	`actor_name` text NOT NULL,
	`input` text,
	`result` text,
	FOREIGN KEY (`csp_id`) REFERENCES `csps`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `jobs_by_tenant` ON `jobs` (`csp_id`,`reseller_id`,`id`);--> statement-breakpoint
CREATE INDEX `jobs_by_status` ON `jobs` (`status`);--> statement-breakpoint
CREATE TABLE `billing_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`csp_id` text NOT NULL,
	`name` text NOT NULL,
	`concurrency` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`csp_id`) REFERENCES `csps`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `billing_plans_cspId_id_unique` ON `billing_plans` (`csp_id`,`id`);--> statement-breakpoint
CREATE TABLE `csps` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`domain` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `csps_domain_unique` ON `csps` (`domain`);--> statement-breakpoint
CREATE TABLE `resellers` (
	`id` text PRIMARY KEY NOT NULL,
	`csp_id` text NOT NULL,
	`name` text NOT NULL,
	`sort_name` text NOT NULL,
	`is_house` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`modified_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`csp_id`) REFERENCES `csps`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `resellers_cspId_id_unique` ON `resellers` (`csp_id`,`id`);