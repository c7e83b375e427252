ALTER TABLE `customer_listings` ADD `attention` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE customer_listings SET attention =
	CASE WHEN EXISTS (
		SELECT 1 FROM provider_accounts a WHERE a.customer_id = customer_listings.customer_id AND a.state = 'error'
	) THEN 1 ELSE 0 END
	+ CASE WHEN EXISTS (
		SELECT 1 FROM settings s JOIN customers c ON c.id = s.customer_id JOIN billing_plans p ON p.id = c.billing_plan_id
		WHERE s.customer_id = customer_listings.customer_id AND s.name = 'concurrency-limit'
			AND cast(s.value AS integer) * 10 >= p.concurrency * 9
	) THEN 2 ELSE 0 END
	+ CASE WHEN EXISTS (
		SELECT 1 FROM capacity_entries e WHERE e.customer_id = customer_listings.customer_id GROUP BY e.unit_type
		HAVING sum(CASE WHEN e.side = 'consumed' THEN e.amount ELSE 0 END)
			> sum(CASE WHEN e.side = 'available' THEN e.amount ELSE 0 END)
	) THEN 4 ELSE 0 END;
--> statement-breakpoint
CREATE INDEX `listings_by_attention` ON `customer_listings` (`csp_id`,`reseller_id`,`deleted`,`attention`,`customer_id`) WHERE "customer_listings"."attention" > 0;--> statement-breakpoint
CREATE INDEX `listings_by_csp_attention` ON `customer_listings` (`csp_id`,`deleted`,`attention`,`customer_id`) WHERE "customer_listings"."attention" > 0;