ALTER TABLE "operations"
	ALTER COLUMN "message" SET DATA TYPE jsonb USING to_jsonb("message"),
	ALTER COLUMN "last_check_found" SET DATA TYPE jsonb USING to_jsonb("last_check_found");
