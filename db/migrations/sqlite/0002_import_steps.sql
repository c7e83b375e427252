CREATE TABLE `import_steps` (
	`csp_id` text NOT NULL,
	`job_id` text NOT NULL,
	`position` integer NOT NULL,
	`step` text NOT NULL,
	`applied` text,
	PRIMARY KEY(`job_id`, `position`),
	FOREIGN KEY (`csp_id`) REFERENCES `csps`(`id`) ON UPDATE no action ON DELETE no action
);
