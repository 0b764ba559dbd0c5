-- Payments that cannot be read, and figures that contradict each other, are shown and worked off.

-- Payments whose last read failed, known to us before or not. A row goes away when its payment is
-- read and kept again. Entries of a list that have no id are one row a connection.
CREATE TABLE unread_payments (
  id uuid PRIMARY KEY,
  connection_id uuid NOT NULL
    CONSTRAINT unread_payments_connection_id_connections_id_fk
    REFERENCES connections (id) ON DELETE CASCADE,
  provider_transaction_id text,
  reason text NOT NULL,
  detail text,
  since timestamptz NOT NULL DEFAULT now(),
  tried_at timestamptz NOT NULL DEFAULT now(),
  tries integer NOT NULL DEFAULT 1,
  due_at timestamptz NOT NULL,
  CONSTRAINT unread_payments_once
    UNIQUE NULLS NOT DISTINCT (connection_id, provider_transaction_id),
  CONSTRAINT unread_payments_reason_known
    CHECK (reason IN ('malformed', 'not_kept', 'not_found', 'unavailable', 'other_currency'))
);
CREATE INDEX unread_payments_due ON unread_payments (due_at);

-- Figures of a provider that contradict each other are kept as reported, but only by who says so,
-- and nothing is reserved of them.
ALTER TABLE transactions
  ADD COLUMN is_contradictory boolean NOT NULL DEFAULT false,
  DROP CONSTRAINT transactions_capture_within_authorized,
  DROP CONSTRAINT transactions_refund_within_captured,
  ADD CONSTRAINT transactions_capture_within_authorized CHECK (
    captured_minor + released_minor + reserved_capture_minor <= authorized_minor
    OR (is_contradictory AND reserved_capture_minor = 0)
  ),
  ADD CONSTRAINT transactions_refund_within_captured CHECK (
    refunded_minor + reserved_refund_minor <= captured_minor
    OR (is_contradictory AND reserved_refund_minor = 0)
  ),
  ADD CONSTRAINT transactions_totals_flagged CHECK (
    is_contradictory
    = (captured_minor + released_minor > authorized_minor OR refunded_minor > captured_minor)
  );
