CREATE TABLE `settings` (
	`owner_id` text PRIMARY KEY NOT NULL,
	`choices` text NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
