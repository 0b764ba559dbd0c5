DROP INDEX "transactions_reference_lower";--> statement-breakpoint
CREATE INDEX "transactions_reference_end" ON "transactions" USING btree ((reverse(lower("order_reference")) collate "C"));