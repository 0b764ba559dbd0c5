CREATE TABLE "connection_accounts" (
	"provider" text NOT NULL,
	"account" text NOT NULL,
	"connection_id" uuid NOT NULL,
	CONSTRAINT "connection_accounts_once" PRIMARY KEY("provider","account"),
	CONSTRAINT "connection_accounts_provider_known" CHECK ("connection_accounts"."provider" in ('dintero', 'bambora-checkout', 'bambora-native', 'oppwa')),
	CONSTRAINT "connection_accounts_named" CHECK ("connection_accounts"."account" <> '')
);
--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "retired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "connection_accounts" ADD CONSTRAINT "connection_accounts_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "connection_accounts_connection" ON "connection_accounts" USING btree ("connection_id");