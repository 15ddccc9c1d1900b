CREATE TABLE `conversation_tags` (
	`conversation_id` text NOT NULL,
	`tag` text NOT NULL,
	PRIMARY KEY(`conversation_id`, `tag`),
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `conversation_tags_by_tag` ON `conversation_tags` (`tag`);--> statement-breakpoint
DROP INDEX `conversations_by_owner`;--> statement-breakpoint
ALTER TABLE `conversations` ADD `is_pinned` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `conversations` ADD `is_archived` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `conversations` ADD `is_temporary` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `conversations_by_place` ON `conversations` (`owner_id`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_pinned` ON `conversations` (`owner_id`) WHERE "conversations"."is_pinned" = 1;