ALTER TABLE "transactions" RENAME COLUMN "standing" TO "money_revision";--> statement-breakpoint
ALTER TABLE "attempts" RENAME COLUMN "exchange" TO "http_exchange";--> statement-breakpoint
ALTER TABLE "connections" RENAME COLUMN "walk" TO "sync_cursor";--> statement-breakpoint
ALTER TABLE "imports" RENAME COLUMN "seen" TO "read";
