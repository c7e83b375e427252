ALTER TABLE "saved_views" DROP CONSTRAINT "saved_views_owner_id_users_id_fk";
--> statement-breakpoint
CREATE INDEX "audit_by_csp" ON "audit_entries" USING btree ("csp_id","id");