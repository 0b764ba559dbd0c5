CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"is_shared" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_views_name" UNIQUE("owner_id","name")
);
--> statement-breakpoint
CREATE TABLE "transaction_tallies" (
	"status" text NOT NULL,
	"currency" text NOT NULL,
	"capture_day" date NOT NULL,
	"count" bigint NOT NULL,
	"held_minor" numeric NOT NULL,
	"captured_minor" numeric NOT NULL,
	"refunded_minor" numeric NOT NULL,
	CONSTRAINT "transaction_tallies_status_currency_capture_day_pk" PRIMARY KEY("status","currency","capture_day")
);
--> statement-breakpoint
CREATE TABLE "transaction_tally_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "transaction_tally_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"status" text NOT NULL,
	"currency" text NOT NULL,
	"capture_day" date NOT NULL,
	"count" bigint NOT NULL,
	"held_minor" bigint NOT NULL,
	"captured_minor" bigint NOT NULL,
	"refunded_minor" bigint NOT NULL
);
--> statement-breakpoint
DROP INDEX "transactions_amount";--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "operations_refused" ON "operations" USING btree ("settled_at") WHERE "operations"."state" = 'refused';--> statement-breakpoint
CREATE INDEX "transactions_amount_newest" ON "transactions" USING btree ("amount_minor","provider_created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "transactions_reference_lower" ON "transactions" USING btree (lower("order_reference"));--> statement-breakpoint
CREATE INDEX "transactions_customer_email" ON "transactions" USING btree (lower("customer_email"),"provider_created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "transactions_capture_by" ON "transactions" USING btree ("capture_by","id") WHERE "transactions"."status" in ('authorized', 'partially_captured', 'partially_captured_refunded');