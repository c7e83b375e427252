CREATE TABLE `list_changes` (
	`csp_id` text NOT NULL,
	`reseller_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`n` integer NOT NULL,
	`before` text,
	`after` text,
	PRIMARY KEY(`reseller_id`, `n`),
	FOREIGN KEY (`csp_id`,`reseller_id`,`customer_id`) REFERENCES `customers`(`csp_id`,`reseller_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `list_changes_by_customer` ON `list_changes` (`customer_id`);