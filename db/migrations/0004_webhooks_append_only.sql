-- What was received stays as it was: only its processing is noted, once, and no row goes away.
CREATE FUNCTION webhook_delivery_refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.processed_at IS NULL
    AND (NEW.id, NEW.connection_id, NEW.delivery_id, NEW.provider_transaction_id,
      NEW.order_reference, NEW.digest, NEW.sent_at, NEW.received_at)
    IS NOT DISTINCT FROM (OLD.id, OLD.connection_id, OLD.delivery_id, OLD.provider_transaction_id,
      OLD.order_reference, OLD.digest, OLD.sent_at, OLD.received_at)
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'webhook deliveries are append-only: % refused', TG_OP
    USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
CREATE TRIGGER webhook_deliveries_append_only BEFORE UPDATE OR DELETE ON webhook_deliveries
FOR EACH ROW EXECUTE FUNCTION webhook_delivery_refuse_change();
--> statement-breakpoint
CREATE TRIGGER webhook_deliveries_no_truncate BEFORE TRUNCATE ON webhook_deliveries
FOR EACH STATEMENT EXECUTE FUNCTION webhook_delivery_refuse_change();
--> statement-breakpoint
-- Payments that are known already: their history so far is no news, and their reads are spread.
UPDATE transactions SET first_event_count = event_count;
--> statement-breakpoint
INSERT INTO scheduled_reads (transaction_id, due_at)
SELECT id, now() + random() * interval '1 day' FROM transactions
WHERE phase NOT IN ('declined', 'failed')
  AND (phase <> 'open' OR authorized_minor - released_minor - refunded_minor > 0);
