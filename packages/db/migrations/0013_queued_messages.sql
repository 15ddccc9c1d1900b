CREATE TABLE `queue_holds` (
	`conversation_id` text PRIMARY KEY NOT NULL,
	`hold` text NOT NULL,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `queued_message_files` (
	`message_id` text NOT NULL,
	`file_id` text NOT NULL,
	PRIMARY KEY(`message_id`, `file_id`),
	FOREIGN KEY (`message_id`) REFERENCES `queued_messages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `queued_message_files_by_file` ON `queued_message_files` (`file_id`);--> statement-breakpoint
CREATE TABLE `queued_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`conversation_id` text NOT NULL,
	`position` integer NOT NULL,
	`parts` text NOT NULL,
	`replies` text NOT NULL,
	`queued_at` integer NOT NULL,
	`is_removed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `queued_messages_waiting` ON `queued_messages` (`conversation_id`,`position`) WHERE "queued_messages"."is_removed" = 0;--> statement-breakpoint
CREATE INDEX `queued_messages_by_conversation` ON `queued_messages` (`conversation_id`);