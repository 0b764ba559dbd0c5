CREATE TABLE "scheduled_reads" (
	"transaction_id" uuid PRIMARY KEY NOT NULL,
	"due_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"connection_id" uuid NOT NULL,
	"delivery_id" text NOT NULL,
	"provider_transaction_id" text,
	"order_reference" text,
	"digest" text NOT NULL,
	"sent_at" timestamp with time zone,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"processed_at" timestamp with time zone,
	"result" text,
	CONSTRAINT "webhook_deliveries_once" UNIQUE("connection_id","delivery_id"),
	CONSTRAINT "webhook_deliveries_result_known" CHECK ("webhook_deliveries"."result" in ('read', 'not_found', 'no_subject', 'gave_up')),
	CONSTRAINT "webhook_deliveries_processed_with_result" CHECK (("webhook_deliveries"."processed_at" is null) = ("webhook_deliveries"."result" is null))
);
--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "poll_due_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "polled_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "walk" jsonb;--> statement-breakpoint
ALTER TABLE "transactions" ADD COLUMN "first_event_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "scheduled_reads" ADD CONSTRAINT "scheduled_reads_transaction_id_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."transactions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "scheduled_reads_due" ON "scheduled_reads" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_due" ON "webhook_deliveries" USING btree ("due_at") WHERE "webhook_deliveries"."processed_at" is null;--> statement-breakpoint
CREATE INDEX "webhook_deliveries_waiting" ON "webhook_deliveries" USING btree ("connection_id","provider_transaction_id") WHERE "webhook_deliveries"."processed_at" is null;--> statement-breakpoint
CREATE INDEX "transactions_order_reference" ON "transactions" USING btree ("connection_id","order_reference");