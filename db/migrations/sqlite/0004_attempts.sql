CREATE TABLE `attempts` (
	`who` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`last_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `attempts_by_time` ON `attempts` (`last_at`);