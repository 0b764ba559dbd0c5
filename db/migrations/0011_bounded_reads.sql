DROP INDEX "transactions_reference_lower";--> statement-breakpoint
DROP INDEX "transaction_events_moved";--> statement-breakpoint
DROP INDEX "transactions_capture_by";--> statement-breakpoint
ALTER TABLE "transaction_events" ADD COLUMN "currency" text;--> statement-breakpoint
UPDATE "transaction_events" SET "currency" = "transactions"."currency" FROM "transactions" WHERE "transactions"."id" = "transaction_events"."transaction_id";--> statement-breakpoint
ALTER TABLE "transaction_events" ALTER COLUMN "currency" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "transactions_reference_end" ON "transactions" USING btree ((reverse(lower("order_reference")) collate "C"));--> statement-breakpoint
CREATE INDEX "transaction_events_moved" ON "transaction_events" USING btree ("occurred_at","kind","currency","amount_minor") WHERE "transaction_events"."kind" in ('capture', 'refund') and "transaction_events"."state" = 'succeeded';--> statement-breakpoint
CREATE INDEX "transactions_capture_by" ON "transactions" USING btree ("capture_by","id","currency","authorized_minor","captured_minor","released_minor") WHERE "transactions"."status" in ('authorized', 'partially_captured', 'partially_captured_refunded');