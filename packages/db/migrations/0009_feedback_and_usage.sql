CREATE TABLE `run_usage` (
	`run_id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`model_id` text NOT NULL,
	`model_name` text NOT NULL,
	`started_at` integer NOT NULL,
	`duration_ms` integer NOT NULL,
	`first_token_ms` integer,
	`input_tokens` integer,
	`output_tokens` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `run_usage_by_owner` ON `run_usage` (`owner_id`,`started_at`);--> statement-breakpoint
CREATE INDEX `run_usage_by_conversation` ON `run_usage` (`conversation_id`);--> statement-breakpoint
ALTER TABLE `messages` ADD `feedback` text;--> statement-breakpoint
ALTER TABLE `runs` ADD `first_token_ms` integer;--> statement-breakpoint
INSERT INTO `run_usage` SELECT runs.id, owner_id, conversation_id, model_id, model_name, started_at, max(0, ended_at - started_at), NULL, json_extract(`usage`, '$.inputTokens'), json_extract(`usage`, '$.outputTokens') FROM runs JOIN conversations ON conversations.id = conversation_id WHERE ended_at IS NOT NULL;
