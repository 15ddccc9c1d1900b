ALTER TABLE `conversations` ADD `search_id` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `conversations_by_search_id` ON `conversations` (`search_id`);--> statement-breakpoint
ALTER TABLE `database_state` ADD `search_backlog` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `search_id` integer;--> statement-breakpoint
UPDATE `messages` SET `search_id` = `rowid`;--> statement-breakpoint
UPDATE `database_state` SET `search_backlog` = (SELECT coalesce(max(`search_id`), 0) FROM `messages`);--> statement-breakpoint
CREATE UNIQUE INDEX `messages_by_search_id` ON `messages` (`search_id`);--> statement-breakpoint
CREATE VIRTUAL TABLE `message_search` USING fts5(words, scope, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 3');--> statement-breakpoint
CREATE VIRTUAL TABLE `title_search` USING fts5(words, scope, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 3');--> statement-breakpoint
CREATE TRIGGER `message_search_delete` AFTER DELETE ON `messages` WHEN OLD.search_id IS NOT NULL BEGIN
	DELETE FROM message_search WHERE rowid = OLD.search_id;
END;--> statement-breakpoint
CREATE TRIGGER `title_search_delete` AFTER DELETE ON `conversations` WHEN OLD.search_id IS NOT NULL BEGIN
	DELETE FROM title_search WHERE rowid = OLD.search_id;
END;
