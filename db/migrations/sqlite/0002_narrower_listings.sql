ALTER TABLE `customer_listings` DROP COLUMN `country_code`;--> statement-breakpoint
ALTER TABLE `customer_listings` DROP COLUMN `provider_ids`;