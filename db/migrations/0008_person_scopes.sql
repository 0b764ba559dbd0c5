-- People see the payments of all connections, or of some.

ALTER TABLE users
  -- In the order of the ids; null: all connections, also those that come.
  ADD COLUMN connection_ids uuid[],
  ADD CONSTRAINT users_some_connection CHECK (cardinality(connection_ids) > 0);

-- A page of the list of who sees some connections: one range a connection and status.
CREATE INDEX transactions_connection_newest
  ON transactions (connection_id, status, provider_created_at DESC NULLS LAST, id DESC NULLS LAST);


-- Counts and sums are kept by connection, too, and are counted anew at the end. The tables are
-- emptied first, and locked, so that what is written meanwhile is counted and not tallied twice.

LOCK TABLE transactions IN SHARE ROW EXCLUSIVE MODE;
TRUNCATE transaction_tallies, transaction_tally_changes;

ALTER TABLE transaction_tallies
  ADD COLUMN connection_id uuid NOT NULL,
  DROP CONSTRAINT transaction_tallies_status_currency_capture_day_pk,
  ADD CONSTRAINT transaction_tallies_key
    PRIMARY KEY (connection_id, status, currency, capture_day);

ALTER TABLE transaction_tally_changes ADD COLUMN connection_id uuid NOT NULL;

CREATE OR REPLACE FUNCTION tally_transaction() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO transaction_tally_changes (
      connection_id, status, currency, capture_day, count, held_minor, captured_minor,
      refunded_minor
    ) VALUES (
      OLD.connection_id, OLD.status, OLD.currency, tally_day(OLD.status, OLD.capture_by), -1,
      OLD.captured_minor + OLD.released_minor - OLD.authorized_minor,
      -OLD.captured_minor, -OLD.refunded_minor
    );
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO transaction_tally_changes (
      connection_id, status, currency, capture_day, count, held_minor, captured_minor,
      refunded_minor
    ) VALUES (
      NEW.connection_id, NEW.status, NEW.currency, tally_day(NEW.status, NEW.capture_by), 1,
      NEW.authorized_minor - NEW.captured_minor - NEW.released_minor,
      NEW.captured_minor, NEW.refunded_minor
    );
  END IF;
  RETURN NULL;
END
$$;

DROP TRIGGER transactions_tally_change ON transactions;
CREATE TRIGGER transactions_tally_change AFTER UPDATE ON transactions
FOR EACH ROW WHEN (
  (OLD.connection_id, OLD.status, OLD.currency, OLD.capture_by, OLD.authorized_minor,
    OLD.captured_minor, OLD.refunded_minor, OLD.released_minor)
  IS DISTINCT FROM
  (NEW.connection_id, NEW.status, NEW.currency, NEW.capture_by, NEW.authorized_minor,
    NEW.captured_minor, NEW.refunded_minor, NEW.released_minor)
) EXECUTE FUNCTION tally_transaction();

CREATE OR REPLACE FUNCTION rebuild_transaction_tallies() RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE transaction_tallies IN SHARE ROW EXCLUSIVE MODE;
  DELETE FROM transaction_tallies;
  WITH counted AS (DELETE FROM transaction_tally_changes)
  INSERT INTO transaction_tallies (
    connection_id, status, currency, capture_day, count, held_minor, captured_minor,
    refunded_minor
  )
  SELECT
    connection_id, status, currency, tally_day(status, capture_by), count(*),
    sum(authorized_minor - captured_minor - released_minor), sum(captured_minor),
    sum(refunded_minor)
  FROM transactions
  GROUP BY 1, 2, 3, 4;
END
$$;

SELECT rebuild_transaction_tallies();
