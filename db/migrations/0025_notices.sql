-- What people should hear of, how it reaches whom, and the outbox of mails and of the webhook (decision 0042).

CREATE TABLE "notice_choices" (
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"bell" boolean NOT NULL,
	"mail" boolean NOT NULL,
	CONSTRAINT "notice_choices_user_id_kind_pk" PRIMARY KEY("user_id","kind"),
	CONSTRAINT "notice_choices_kind_known" CHECK ("notice_choices"."kind" in ('expiring_today', 'unknown_long', 'review_waiting', 'batch_ended', 'refund_failed'))
);

CREATE TABLE "notice_digests" (
	"receiver" uuid NOT NULL,
	"kind" text NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notice_digests_receiver_kind_pk" PRIMARY KEY("receiver","kind"),
	CONSTRAINT "notice_digests_kind_known" CHECK ("notice_digests"."kind" in ('expiring_today', 'unknown_long', 'review_waiting', 'batch_ended', 'refund_failed'))
);

CREATE TABLE "notice_recipients" (
	"notice_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"connection_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"line" text NOT NULL,
	"in_bell" boolean NOT NULL,
	"by_mail" boolean NOT NULL,
	"read_at" timestamp with time zone,
	"send_id" uuid,
	CONSTRAINT "notice_recipients_notice_id_user_id_pk" PRIMARY KEY("notice_id","user_id"),
	CONSTRAINT "notice_recipients_kind_known" CHECK ("notice_recipients"."kind" in ('expiring_today', 'unknown_long', 'review_waiting', 'batch_ended', 'refund_failed'))
);

CREATE TABLE "notice_sends" (
	"id" uuid PRIMARY KEY NOT NULL,
	"receiver" uuid NOT NULL,
	"user_id" uuid,
	"kind" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"tried_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"problem" text,
	"status" integer,
	CONSTRAINT "notice_sends_kind_known" CHECK ("notice_sends"."kind" in ('expiring_today', 'unknown_long', 'review_waiting', 'batch_ended', 'refund_failed')),
	CONSTRAINT "notice_sends_state_known" CHECK ("notice_sends"."state" in ('open', 'sent', 'failed')),
	CONSTRAINT "notice_sends_problem_known" CHECK ("notice_sends"."problem" in ('no_response', 'refused', 'redirect', 'forbidden_address', 'no_receiver', 'unreadable_address'))
);

CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"transaction_id" uuid,
	"operation_id" uuid,
	"batch_id" uuid,
	"connection_id" uuid,
	"amount_minor" bigint,
	"currency" text,
	"day" date,
	"at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"for_webhook" boolean NOT NULL,
	"send_id" uuid,
	CONSTRAINT "notices_key_unique" UNIQUE("key"),
	CONSTRAINT "notices_kind_known" CHECK ("notices"."kind" in ('expiring_today', 'unknown_long', 'review_waiting', 'batch_ended', 'refund_failed'))
);

ALTER TABLE "notice_choices" ADD CONSTRAINT "notice_choices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "notice_recipients" ADD CONSTRAINT "notice_recipients_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "notice_recipients" ADD CONSTRAINT "notice_recipients_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "notice_sends" ADD CONSTRAINT "notice_sends_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "notices" ADD CONSTRAINT "notices_transaction_id_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."transactions"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "notices" ADD CONSTRAINT "notices_operation_id_operations_id_fk" FOREIGN KEY ("operation_id") REFERENCES "public"."operations"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "notices" ADD CONSTRAINT "notices_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "notices" ADD CONSTRAINT "notices_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE no action ON UPDATE no action;
CREATE INDEX "notice_recipients_bell" ON "notice_recipients" USING btree ("user_id","created_at" DESC NULLS LAST) WHERE "notice_recipients"."in_bell";
CREATE INDEX "notice_recipients_unread" ON "notice_recipients" USING btree ("user_id","line","kind","connection_id") WHERE "notice_recipients"."in_bell" and "notice_recipients"."read_at" is null;
CREATE INDEX "notice_recipients_open" ON "notice_recipients" USING btree ("notice_id") WHERE "notice_recipients"."read_at" is null;
CREATE INDEX "notice_recipients_to_mail" ON "notice_recipients" USING btree ("user_id","kind") WHERE "notice_recipients"."by_mail" and "notice_recipients"."send_id" is null and "notice_recipients"."read_at" is null;
CREATE INDEX "notice_recipients_send" ON "notice_recipients" USING btree ("send_id");
CREATE INDEX "notice_sends_due" ON "notice_sends" USING btree ("due_at") WHERE "notice_sends"."state" = 'open';
CREATE INDEX "notice_sends_created" ON "notice_sends" USING btree ("created_at");
CREATE INDEX "notices_created" ON "notices" USING btree ("created_at");
CREATE INDEX "notices_send" ON "notices" USING btree ("send_id");
CREATE INDEX "notices_for_webhook" ON "notices" USING btree ("kind") WHERE "notices"."for_webhook" and "notices"."send_id" is null;
CREATE INDEX "operations_refund_failed" ON "operations" USING btree ("settled_at") WHERE "operations"."kind" = 'refund' and "operations"."state" in ('refused', 'not_sent');
