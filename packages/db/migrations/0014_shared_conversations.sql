CREATE TABLE `shares` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`token` text NOT NULL,
	`token_hash` text NOT NULL,
	`has_branches` integer NOT NULL,
	`has_system_prompt` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`content` text NOT NULL,
	`file_ids` text NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `shares_by_token_hash` ON `shares` (`token_hash`);--> statement-breakpoint
CREATE INDEX `shares_by_conversation` ON `shares` (`conversation_id`);