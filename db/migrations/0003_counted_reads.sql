CREATE TABLE "counted_reads" (
	"connection_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"taken_at" timestamp with time zone[] NOT NULL,
	"is_granted" boolean NOT NULL,
	"last_taken_at" timestamp with time zone NOT NULL,
	CONSTRAINT "counted_reads_connection_id_subject_pk" PRIMARY KEY("connection_id","subject")
);

ALTER TABLE "counted_reads" ADD CONSTRAINT "counted_reads_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "counted_reads_old" ON "counted_reads" USING btree ("last_taken_at");