CREATE TABLE "audit_entries" (
	"stream_id" uuid NOT NULL,
	"sequence" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"action" text NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"actor_role" text NOT NULL,
	"request_id" uuid,
	"operation_id" uuid,
	"reason" text,
	"detail" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_entries_stream_id_sequence_pk" PRIMARY KEY("stream_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"stream_id" uuid PRIMARY KEY NOT NULL,
	"sequence" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "connections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"name" text NOT NULL,
	"account_id" text NOT NULL,
	"base_url" text NOT NULL,
	"is_test" boolean NOT NULL,
	"secret_ciphertext" text NOT NULL,
	"checked_at" timestamp with time zone,
	"check_problem" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "connections_name_unique" UNIQUE("name"),
	CONSTRAINT "connections_provider_known" CHECK ("connections"."provider" in ('dintero'))
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"connection_id" uuid NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"pages" integer DEFAULT 0 NOT NULL,
	"seen" integer DEFAULT 0 NOT NULL,
	"written" integer DEFAULT 0 NOT NULL,
	"malformed" integer DEFAULT 0 NOT NULL,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"failure" text
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"operation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"outcome" text,
	"exchange" jsonb,
	CONSTRAINT "attempts_number" UNIQUE("operation_id","number")
);
--> statement-breakpoint
CREATE TABLE "operations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"transaction_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"lines" jsonb NOT NULL,
	"new_items" jsonb,
	"reason" text,
	"reference" text NOT NULL,
	"input_digest" text NOT NULL,
	"actor_id" uuid NOT NULL,
	"actor_name" text NOT NULL,
	"actor_role" text NOT NULL,
	"request_id" uuid NOT NULL,
	"baseline_totals" jsonb NOT NULL,
	"baseline_event_count" integer NOT NULL,
	"refusal_code" text,
	"message" text,
	"retry" jsonb,
	"provider_reference" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"next_check_at" timestamp with time zone,
	"checks" integer DEFAULT 0 NOT NULL,
	"last_checked_at" timestamp with time zone,
	"last_check_found" text,
	"absent_reads" integer DEFAULT 0 NOT NULL,
	"leased_until" timestamp with time zone,
	CONSTRAINT "operations_kind_known" CHECK ("operations"."kind" in ('capture', 'refund', 'void', 'update_authorization', 'extend_authorization')),
	CONSTRAINT "operations_state_known" CHECK ("operations"."state" in ('intended', 'sending', 'pending', 'unknown', 'needs_review', 'succeeded', 'refused', 'not_sent', 'abandoned')),
	CONSTRAINT "operations_amount" CHECK ("operations"."amount_minor" between 0 and 9007199254740991),
	CONSTRAINT "operations_settled_when_closed" CHECK (("operations"."state" in ('intended', 'sending', 'pending', 'unknown', 'needs_review')) = ("operations"."settled_at" is null))
);
--> statement-breakpoint
CREATE TABLE "review_decisions" (
	"operation_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"actor_name" text NOT NULL,
	"verdict" text NOT NULL,
	"reason" text NOT NULL,
	"decided_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "review_decisions_operation_id_actor_id_pk" PRIMARY KEY("operation_id","actor_id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in_throttles" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"window_started_at" timestamp with time zone NOT NULL,
	"blocked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"password_hash" text NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email"),
	CONSTRAINT "users_role_known" CHECK ("users"."role" in ('staff', 'support', 'admin')),
	CONSTRAINT "users_email_lower_case" CHECK ("users"."email" = lower("users"."email"))
);
--> statement-breakpoint
CREATE TABLE "order_items" (
	"transaction_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"line_id" text NOT NULL,
	"sku" text,
	"description" text NOT NULL,
	"quantity_micros" bigint,
	"amount_minor" bigint NOT NULL,
	"vat_amount_minor" bigint,
	"vat_basis_points" integer,
	"gross_amount_minor" bigint,
	"kind" text NOT NULL,
	CONSTRAINT "order_items_transaction_id_position_pk" PRIMARY KEY("transaction_id","position")
);
--> statement-breakpoint
CREATE TABLE "transaction_events" (
	"transaction_id" uuid NOT NULL,
	"provider_event_id" text NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"provider_kind" text NOT NULL,
	"state" text NOT NULL,
	"amount_minor" bigint,
	"lines" jsonb NOT NULL,
	"reference" text,
	"operation_id" text,
	"provider_reference" text,
	"error" jsonb,
	"closes" jsonb NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	CONSTRAINT "transaction_events_transaction_id_provider_event_id_pk" PRIMARY KEY("transaction_id","provider_event_id")
);
--> statement-breakpoint
CREATE TABLE "transactions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"connection_id" uuid NOT NULL,
	"provider_transaction_id" text NOT NULL,
	"phase" text NOT NULL,
	"status" text NOT NULL,
	"provider_status" text NOT NULL,
	"method" text NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"authorized_minor" bigint NOT NULL,
	"captured_minor" bigint NOT NULL,
	"refunded_minor" bigint NOT NULL,
	"released_minor" bigint NOT NULL,
	"open_operation_id" uuid,
	"reserved_capture_minor" bigint DEFAULT 0 NOT NULL,
	"reserved_refund_minor" bigint DEFAULT 0 NOT NULL,
	"order_reference" text,
	"order_reference2" text,
	"customer_name" text,
	"customer_email" text,
	"customer_phone" text,
	"customer_id" text,
	"is_business" boolean NOT NULL,
	"billing_address" jsonb,
	"shipping_address" jsonb,
	"payment_details" jsonb NOT NULL,
	"capture_by" timestamp with time zone,
	"capture_by_source" text,
	"portal_url" text,
	"provider_created_at" timestamp with time zone NOT NULL,
	"provider_updated_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	"event_count" integer NOT NULL,
	"search_text" text GENERATED ALWAYS AS (lower(coalesce(order_reference, '') || ' ' || coalesce(order_reference2, '') || ' ' || coalesce(customer_name, '') || ' ' || coalesce(customer_email, '') || ' ' || coalesce(customer_phone, '') || ' ' || provider_transaction_id)) STORED NOT NULL,
	CONSTRAINT "transactions_provider_id" UNIQUE("connection_id","provider_transaction_id"),
	CONSTRAINT "transactions_phase_known" CHECK ("transactions"."phase" in ('initiated', 'on_hold', 'open', 'declined', 'failed', 'unknown')),
	CONSTRAINT "transactions_status_known" CHECK ("transactions"."status" in ('initiated', 'on_hold', 'authorized', 'partially_captured', 'captured', 'partially_captured_refunded', 'partially_refunded', 'refunded', 'voided', 'declined', 'failed', 'unknown')),
	CONSTRAINT "transactions_currency_code" CHECK ("transactions"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "transactions_amount" CHECK ("transactions"."amount_minor" between 0 and 9007199254740991),
	CONSTRAINT "transactions_authorized_amount" CHECK ("transactions"."authorized_minor" between 0 and 9007199254740991),
	CONSTRAINT "transactions_captured_amount" CHECK ("transactions"."captured_minor" between 0 and 9007199254740991),
	CONSTRAINT "transactions_refunded_amount" CHECK ("transactions"."refunded_minor" between 0 and 9007199254740991),
	CONSTRAINT "transactions_released_amount" CHECK ("transactions"."released_minor" between 0 and 9007199254740991),
	CONSTRAINT "transactions_reserved_capture_amount" CHECK ("transactions"."reserved_capture_minor" between 0 and 9007199254740991),
	CONSTRAINT "transactions_reserved_refund_amount" CHECK ("transactions"."reserved_refund_minor" between 0 and 9007199254740991),
	CONSTRAINT "transactions_capture_within_authorized" CHECK ("transactions"."captured_minor" + "transactions"."released_minor" + "transactions"."reserved_capture_minor" <= "transactions"."authorized_minor"),
	CONSTRAINT "transactions_refund_within_captured" CHECK ("transactions"."refunded_minor" + "transactions"."reserved_refund_minor" <= "transactions"."captured_minor"),
	CONSTRAINT "transactions_reserved_by_operation" CHECK ("transactions"."open_operation_id" is not null or ("transactions"."reserved_capture_minor" = 0 and "transactions"."reserved_refund_minor" = 0))
);
--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_operation_id_operations_id_fk" FOREIGN KEY ("operation_id") REFERENCES "public"."operations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_transaction_id_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_decisions" ADD CONSTRAINT "review_decisions_operation_id_operations_id_fk" FOREIGN KEY ("operation_id") REFERENCES "public"."operations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_decisions" ADD CONSTRAINT "review_decisions_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_items" ADD CONSTRAINT "order_items_transaction_id_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."transactions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transaction_events" ADD CONSTRAINT "transaction_events_transaction_id_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."transactions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "imports_connection" ON "imports" USING btree ("connection_id","started_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "operations_one_open" ON "operations" USING btree ("transaction_id") WHERE "operations"."state" in ('intended', 'sending', 'pending', 'unknown', 'needs_review');--> statement-breakpoint
CREATE INDEX "operations_transaction" ON "operations" USING btree ("transaction_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "operations_due" ON "operations" USING btree ("next_check_at") WHERE "operations"."state" in ('intended', 'sending', 'pending', 'unknown', 'needs_review');--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "transaction_events_reference" ON "transaction_events" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "transactions_newest" ON "transactions" USING btree ("provider_created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "transactions_status_newest" ON "transactions" USING btree ("status","provider_created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "transactions_search" ON "transactions" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "transactions_amount" ON "transactions" USING btree ("amount_minor");