DROP INDEX `search_terms_by_beginning`;--> statement-breakpoint
ALTER TABLE `search_terms` ADD `name` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE search_terms SET name = coalesce(
	(SELECT l.name FROM customer_listings l WHERE l.customer_id = search_terms.customer_id), '');
--> statement-breakpoint
CREATE INDEX `search_terms_by_beginning` ON `search_terms` (`csp_id`,`reseller_id`,`deleted`,`term`,`previous`,`name`,`customer_id`);