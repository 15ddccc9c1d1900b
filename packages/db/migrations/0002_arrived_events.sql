ALTER TABLE `events` RENAME TO `settled_events`;--> statement-breakpoint
CREATE TABLE `arrived_events` (
	`position` integer PRIMARY KEY NOT NULL,
	`log_id` integer NOT NULL,
	`seq` integer NOT NULL,
	`payload` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE VIEW `events` AS SELECT log_id, seq, payload FROM settled_events UNION ALL SELECT log_id, seq, payload FROM arrived_events;