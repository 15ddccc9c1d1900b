DROP INDEX `runs_by_message`;--> statement-breakpoint
DROP INDEX `runs_open`;--> statement-breakpoint
ALTER TABLE `runs` ADD `part_lengths` text;--> statement-breakpoint
CREATE INDEX `runs_by_message` ON `runs` (`message_id`,`start_seq`);--> statement-breakpoint
CREATE INDEX `runs_open` ON `runs` (`conversation_id`) WHERE "runs"."ended_at" IS NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `run_id` text;--> statement-breakpoint
UPDATE `messages` SET `run_id` = (SELECT `id` FROM `runs` WHERE `message_id` = `messages`.`id`);
