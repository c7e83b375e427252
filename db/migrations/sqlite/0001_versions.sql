CREATE TABLE `collection_versions` (
	`csp_id` text NOT NULL,
	`reseller_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`collection` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`customer_id`, `collection`),
	FOREIGN KEY (`csp_id`,`reseller_id`,`customer_id`) REFERENCES `customers`(`csp_id`,`reseller_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `api_keys` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `saved_views` ADD `version` integer DEFAULT 1 NOT NULL;