DROP INDEX "search_terms_by_term";--> statement-breakpoint
ALTER TABLE "search_terms" ADD COLUMN "previous" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "search_terms" ADD COLUMN "deleted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "customer_listings" ADD COLUMN "deleted_at" timestamp (3) with time zone DEFAULT 'epoch' NOT NULL;--> statement-breakpoint
ALTER TABLE "customer_listings" ALTER COLUMN "deleted_at" DROP DEFAULT;--> statement-breakpoint
UPDATE search_terms SET previous = told.previous, deleted = told.deleted
FROM (
	SELECT t.customer_id, t.term, c.deleted_at IS NOT NULL AS deleted,
		coalesce(lag(t.term) OVER (PARTITION BY t.customer_id ORDER BY t.term), '') AS previous
	FROM search_terms t JOIN customers c ON c.id = t.customer_id
) AS told
WHERE told.customer_id = search_terms.customer_id AND told.term = search_terms.term;
--> statement-breakpoint
UPDATE customer_listings SET deleted_at = c.deleted_at FROM customers c WHERE c.id = customer_id AND c.deleted_at IS NOT NULL;
--> statement-breakpoint
CREATE INDEX "search_terms_by_beginning" ON "search_terms" USING btree ("csp_id","reseller_id","deleted","term","previous","customer_id");