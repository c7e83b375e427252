PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_saved_views` (
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
INSERT INTO `__new_saved_views`("id", "csp_id", "reseller_id", "owner_id", "page", "name", "query", "shared", "created_at") SELECT "id", "csp_id", "reseller_id", "owner_id", "page", "name", "query", "shared", "created_at" FROM `saved_views`;--> statement-breakpoint
DROP TABLE `saved_views`;--> statement-breakpoint
ALTER TABLE `__new_saved_views` RENAME TO `saved_views`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `saved_views_by_tenant` ON `saved_views` (`csp_id`,`reseller_id`,`page`);--> statement-breakpoint
CREATE INDEX `audit_by_csp` ON `audit_entries` (`csp_id`,`id`);