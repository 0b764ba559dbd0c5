-- Operations that many payments are to have, planned together (decision 0038).

CREATE TABLE "batch_rows" (
	"batch_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"operation_id" uuid NOT NULL,
	"wanted" jsonb NOT NULL,
	"transaction_id" uuid,
	"connection_id" uuid,
	"verdict" text NOT NULL,
	"findings" jsonb NOT NULL,
	"state" text NOT NULL,
	"choice" jsonb,
	"amount_minor" bigint,
	"currency" text,
	"lines" jsonb NOT NULL,
	"fingerprint" text,
	"repeats" integer DEFAULT 0 NOT NULL,
	"planned_key" text,
	"deadline_at" timestamp with time zone,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"waits" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"failure" jsonb,
	"ended_at" timestamp with time zone,
	CONSTRAINT "batch_rows_batch_id_number_pk" PRIMARY KEY("batch_id","number"),
	CONSTRAINT "batch_rows_state_known" CHECK ("batch_rows"."state" in ('waiting', 'begun', 'operated', 'not_started', 'excluded', 'withdrawn')),
	CONSTRAINT "batch_rows_verdict_known" CHECK ("batch_rows"."verdict" in ('will_do', 'already_done', 'not_allowed', 'needs_eye', 'not_found', 'twice')),
	CONSTRAINT "batch_rows_amount" CHECK ("batch_rows"."amount_minor" is null or ("batch_rows"."amount_minor" between 0 and 9007199254740991)),
	CONSTRAINT "batch_rows_startable" CHECK ("batch_rows"."state" not in ('waiting', 'begun') or ("batch_rows"."transaction_id" is not null and "batch_rows"."connection_id" is not null and "batch_rows"."choice" is not null and "batch_rows"."amount_minor" > 0 and "batch_rows"."currency" is not null and "batch_rows"."fingerprint" is not null)),
	CONSTRAINT "batch_rows_begun_planned" CHECK ("batch_rows"."state" <> 'begun' or ("batch_rows"."planned_key" is not null and "batch_rows"."lease_until" is not null))
);

CREATE TABLE "batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'rehearsed' NOT NULL,
	"source" text NOT NULL,
	"file_name" text,
	"reason" text,
	"actor_id" uuid NOT NULL,
	"actor_name" text NOT NULL,
	"session_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"is_proved" boolean DEFAULT false NOT NULL,
	"stop_percent" integer NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"running_since" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "batches_kind_known" CHECK ("batches"."kind" in ('capture', 'refund', 'void', 'extend_authorization')),
	CONSTRAINT "batches_state_known" CHECK ("batches"."state" in ('rehearsed', 'running', 'paused', 'stopped', 'ended', 'discarded')),
	CONSTRAINT "batches_source_known" CHECK ("batches"."source" in ('ticked', 'view', 'pasted', 'file', 'retry')),
	CONSTRAINT "batches_stop_percent" CHECK ("batches"."stop_percent" between 1 and 100)
);

ALTER TABLE "batch_rows" ADD CONSTRAINT "batch_rows_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "batch_rows" ADD CONSTRAINT "batch_rows_transaction_id_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."transactions"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "batch_rows" ADD CONSTRAINT "batch_rows_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "batches" ADD CONSTRAINT "batches_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
CREATE UNIQUE INDEX "batch_rows_operation" ON "batch_rows" USING btree ("operation_id");
CREATE UNIQUE INDEX "batch_rows_planned_once" ON "batch_rows" USING btree ("planned_key") WHERE "batch_rows"."planned_key" is not null;
CREATE INDEX "batch_rows_fingerprint" ON "batch_rows" USING btree ("fingerprint") WHERE "batch_rows"."planned_key" is not null;
CREATE INDEX "batch_rows_due" ON "batch_rows" USING btree ("connection_id","deadline_at","batch_id","number") WHERE "batch_rows"."state" = 'waiting' and "batch_rows"."planned_key" is not null;
CREATE INDEX "batch_rows_begun" ON "batch_rows" USING btree ("connection_id","lease_until") WHERE "batch_rows"."state" = 'begun';
CREATE INDEX "batches_newest" ON "batches" USING btree ("created_at" DESC NULLS LAST,"id" DESC NULLS LAST);
CREATE INDEX "batches_open" ON "batches" USING btree ("id") WHERE "batches"."state" in ('running', 'paused', 'stopped');