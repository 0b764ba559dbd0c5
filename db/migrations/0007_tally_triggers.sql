-- The tallies of the transactions list. Each payment that comes, changes or goes appends what it
-- changes in the same transaction; nobody waits for a counter, and a crash takes both or neither.

-- The day by which a payment counts in the tallies; `infinity` where nothing can be captured.
CREATE FUNCTION tally_day(status text, capture_by timestamptz) RETURNS date
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN status IN ('authorized', 'partially_captured', 'partially_captured_refunded')
      AND capture_by IS NOT NULL
    THEN (capture_by AT TIME ZONE 'UTC')::date
    ELSE 'infinity'::date
  END
$$;
--> statement-breakpoint
CREATE FUNCTION tally_transaction() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO transaction_tally_changes (
      status, currency, capture_day, count, held_minor, captured_minor, refunded_minor
    ) VALUES (
      OLD.status, OLD.currency, tally_day(OLD.status, OLD.capture_by), -1,
      OLD.captured_minor + OLD.released_minor - OLD.authorized_minor,
      -OLD.captured_minor, -OLD.refunded_minor
    );
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO transaction_tally_changes (
      status, currency, capture_day, count, held_minor, captured_minor, refunded_minor
    ) VALUES (
      NEW.status, NEW.currency, tally_day(NEW.status, NEW.capture_by), 1,
      NEW.authorized_minor - NEW.captured_minor - NEW.released_minor,
      NEW.captured_minor, NEW.refunded_minor
    );
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER transactions_tally AFTER INSERT OR DELETE ON transactions
FOR EACH ROW EXECUTE FUNCTION tally_transaction();
--> statement-breakpoint
-- Most updates, reservations for one, change nothing that is counted and cost nothing here.
CREATE TRIGGER transactions_tally_change AFTER UPDATE ON transactions
FOR EACH ROW WHEN (
  (OLD.status, OLD.currency, OLD.capture_by, OLD.authorized_minor, OLD.captured_minor,
    OLD.refunded_minor, OLD.released_minor)
  IS DISTINCT FROM
  (NEW.status, NEW.currency, NEW.capture_by, NEW.authorized_minor, NEW.captured_minor,
    NEW.refunded_minor, NEW.released_minor)
) EXECUTE FUNCTION tally_transaction();
--> statement-breakpoint
-- Counts everything anew. What others commit meanwhile stays in the changes, because each statement
-- sees one moment; the lock keeps changes from being folded in between.
CREATE FUNCTION rebuild_transaction_tallies() RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE transaction_tallies IN SHARE ROW EXCLUSIVE MODE;
  DELETE FROM transaction_tallies;
  WITH counted AS (DELETE FROM transaction_tally_changes)
  INSERT INTO transaction_tallies (
    status, currency, capture_day, count, held_minor, captured_minor, refunded_minor
  )
  SELECT
    status, currency, tally_day(status, capture_by), count(*),
    sum(authorized_minor - captured_minor - released_minor), sum(captured_minor),
    sum(refunded_minor)
  FROM transactions
  GROUP BY 1, 2, 3;
END
$$;
--> statement-breakpoint
CREATE FUNCTION empty_transaction_tallies() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM rebuild_transaction_tallies();
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER transactions_tally_truncate AFTER TRUNCATE ON transactions
FOR EACH STATEMENT EXECUTE FUNCTION empty_transaction_tallies();
--> statement-breakpoint
SELECT rebuild_transaction_tallies();
