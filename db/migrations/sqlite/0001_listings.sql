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
	`country_code` text NOT NULL,
	`provider_ids` text NOT NULL,
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
