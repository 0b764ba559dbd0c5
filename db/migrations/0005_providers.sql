ALTER TABLE "connections" DROP CONSTRAINT "connections_provider_known";--> statement-breakpoint
ALTER TABLE "transaction_events" ALTER COLUMN "occurred_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "transactions" ADD COLUMN "history_gaps" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "connections" ADD CONSTRAINT "connections_provider_known" CHECK ("connections"."provider" in ('dintero', 'bambora-checkout', 'bambora-native', 'oppwa'));