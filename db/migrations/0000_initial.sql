-- The schema of version 0.2.0, by topic: tables with their constraints and indexes first, then the
-- functions and triggers. What each column means stands beside it in db/schema. Names of constraints
-- are those that the application reads from errors and that generated migrations refer to.

-- Trigrams, for searching inside texts.
CREATE EXTENSION IF NOT EXISTS pg_trgm;


-- People and their sign-ins

-- People who sign in.
CREATE TABLE users (
  id uuid PRIMARY KEY,
  email text NOT NULL CONSTRAINT users_email_unique UNIQUE,
  name text NOT NULL,
  role text NOT NULL,
  password_hash text NOT NULL,
  disabled_at timestamptz,
  session_epoch integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT users_role_known CHECK (role IN ('viewer', 'staff', 'support', 'admin')),
  CONSTRAINT users_email_lower_case CHECK (email = lower(email))
);

-- One row a sign-in; it is live until it expires, is revoked, or its person's epoch goes up.
CREATE TABLE sessions (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL
    CONSTRAINT sessions_user_id_users_id_fk REFERENCES users (id) ON DELETE CASCADE,
  epoch integer NOT NULL DEFAULT 0,
  user_agent text,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE INDEX sessions_user ON sessions (user_id);

-- Failed sign-ins, counted per account and per network address.
CREATE TABLE sign_in_throttles (
  key text PRIMARY KEY,
  failures integer NOT NULL,
  window_started_at timestamptz NOT NULL,
  blocked_until timestamptz
);

-- Lists that people keep by name.
CREATE TABLE saved_views (
  id uuid PRIMARY KEY,
  owner_id uuid NOT NULL
    CONSTRAINT saved_views_owner_id_users_id_fk REFERENCES users (id) ON DELETE CASCADE,
  name text NOT NULL,
  query text NOT NULL,
  is_shared boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT saved_views_name UNIQUE (owner_id, name)
);


-- Connections to the providers

-- One merchant account at one provider.
CREATE TABLE connections (
  id uuid PRIMARY KEY,
  provider text NOT NULL,
  name text NOT NULL CONSTRAINT connections_name_unique UNIQUE,
  account_id text NOT NULL,
  base_url text NOT NULL,
  is_test boolean NOT NULL,
  secret_ciphertext text NOT NULL,
  checked_at timestamptz,
  check_problem text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  poll_due_at timestamptz NOT NULL DEFAULT now(),
  polled_until timestamptz,
  sync_cursor jsonb,
  CONSTRAINT connections_provider_known
    CHECK (provider IN ('dintero', 'bambora-checkout', 'bambora-native', 'oppwa'))
);

-- The accounts that each connection reads. An account belongs to one connection for good.
CREATE TABLE connection_accounts (
  provider text NOT NULL,
  account text NOT NULL,
  connection_id uuid NOT NULL
    CONSTRAINT connection_accounts_connection_id_connections_id_fk
    REFERENCES connections (id) ON DELETE CASCADE,
  CONSTRAINT connection_accounts_once PRIMARY KEY (provider, account),
  CONSTRAINT connection_accounts_provider_known
    CHECK (provider IN ('dintero', 'bambora-checkout', 'bambora-native', 'oppwa')),
  CONSTRAINT connection_accounts_named CHECK (account <> '')
);
CREATE INDEX connection_accounts_connection ON connection_accounts (connection_id);

-- Each run of an import, with what it met.
CREATE TABLE imports (
  id uuid PRIMARY KEY,
  connection_id uuid NOT NULL
    CONSTRAINT imports_connection_id_connections_id_fk
    REFERENCES connections (id) ON DELETE CASCADE,
  started_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  pages integer NOT NULL DEFAULT 0,
  read integer NOT NULL DEFAULT 0,
  written integer NOT NULL DEFAULT 0,
  malformed integer NOT NULL DEFAULT 0,
  problems jsonb NOT NULL DEFAULT '[]',
  failure text
);
CREATE INDEX imports_connection ON imports (connection_id, started_at DESC NULLS LAST);


-- Payments, as their providers show them

-- A payment as last read, with what our own open operation has reserved of it. Amounts are minor
-- units within the integers that a JavaScript number holds exactly.
CREATE TABLE transactions (
  id uuid PRIMARY KEY,
  connection_id uuid NOT NULL
    CONSTRAINT transactions_connection_id_connections_id_fk REFERENCES connections (id),
  provider_transaction_id text NOT NULL,
  phase text NOT NULL,
  status text NOT NULL,
  provider_status text NOT NULL,
  method text NOT NULL,
  currency text NOT NULL,
  amount_minor bigint NOT NULL,
  authorized_minor bigint NOT NULL,
  captured_minor bigint NOT NULL,
  refunded_minor bigint NOT NULL,
  released_minor bigint NOT NULL,
  open_operation_id uuid,
  reserved_capture_minor bigint NOT NULL DEFAULT 0,
  reserved_refund_minor bigint NOT NULL DEFAULT 0,
  order_reference text,
  order_reference2 text,
  customer_name text,
  customer_email text,
  customer_phone text,
  customer_id text,
  is_business boolean NOT NULL,
  billing_address jsonb,
  shipping_address jsonb,
  payment_details jsonb NOT NULL,
  history_gaps jsonb NOT NULL DEFAULT '[]',
  traits jsonb NOT NULL DEFAULT '[]',
  capture_by timestamptz,
  capture_by_source text,
  portal_url text,
  provider_created_at timestamptz NOT NULL,
  provider_updated_at timestamptz NOT NULL,
  read_at timestamptz NOT NULL,
  event_count integer NOT NULL,
  first_event_count integer NOT NULL DEFAULT 0,
  operation_count integer NOT NULL DEFAULT 0,
  money_revision text NOT NULL GENERATED ALWAYS AS (
    authorized_minor || '.' || captured_minor || '.' || refunded_minor || '.' || released_minor
    || '.' || event_count || '.' || operation_count
  ) STORED,
  search_text text NOT NULL GENERATED ALWAYS AS (
    lower(
      coalesce(order_reference, '') || ' ' || coalesce(order_reference2, '') || ' '
      || coalesce(customer_name, '') || ' ' || coalesce(customer_email, '') || ' '
      || coalesce(customer_phone, '') || ' ' || provider_transaction_id
    )
  ) STORED,
  CONSTRAINT transactions_provider_id UNIQUE (connection_id, provider_transaction_id),
  CONSTRAINT transactions_phase_known
    CHECK (phase IN ('initiated', 'on_hold', 'open', 'declined', 'failed', 'unknown')),
  CONSTRAINT transactions_status_known CHECK (
    status IN (
      'initiated', 'on_hold', 'authorized', 'partially_captured', 'captured',
      'partially_captured_refunded', 'partially_refunded', 'refunded', 'voided', 'declined',
      'failed', 'unknown'
    )
  ),
  CONSTRAINT transactions_currency_code CHECK (currency ~ '^[A-Z]{3}$'),
  CONSTRAINT transactions_amount CHECK (amount_minor BETWEEN 0 AND 9007199254740991),
  CONSTRAINT transactions_authorized_amount
    CHECK (authorized_minor BETWEEN 0 AND 9007199254740991),
  CONSTRAINT transactions_captured_amount CHECK (captured_minor BETWEEN 0 AND 9007199254740991),
  CONSTRAINT transactions_refunded_amount CHECK (refunded_minor BETWEEN 0 AND 9007199254740991),
  CONSTRAINT transactions_released_amount CHECK (released_minor BETWEEN 0 AND 9007199254740991),
  CONSTRAINT transactions_reserved_capture_amount
    CHECK (reserved_capture_minor BETWEEN 0 AND 9007199254740991),
  CONSTRAINT transactions_reserved_refund_amount
    CHECK (reserved_refund_minor BETWEEN 0 AND 9007199254740991),
  CONSTRAINT transactions_capture_within_authorized
    CHECK (captured_minor + released_minor + reserved_capture_minor <= authorized_minor),
  CONSTRAINT transactions_refund_within_captured
    CHECK (refunded_minor + reserved_refund_minor <= captured_minor),
  CONSTRAINT transactions_reserved_by_operation CHECK (
    open_operation_id IS NOT NULL OR (reserved_capture_minor = 0 AND reserved_refund_minor = 0)
  )
);
CREATE INDEX transactions_newest
  ON transactions (provider_created_at DESC NULLS LAST, id DESC NULLS LAST);
CREATE INDEX transactions_status_newest
  ON transactions (status, provider_created_at DESC NULLS LAST, id DESC NULLS LAST);
CREATE INDEX transactions_amount_newest
  ON transactions (amount_minor, provider_created_at DESC NULLS LAST, id DESC NULLS LAST);
CREATE INDEX transactions_search ON transactions USING gin (search_text gin_trgm_ops);
CREATE INDEX transactions_order_reference ON transactions (connection_id, order_reference);
-- Backwards, so that the end of a reference is a range of the index.
CREATE INDEX transactions_reference_end
  ON transactions ((reverse(lower(order_reference)) COLLATE "C"));
CREATE INDEX transactions_customer_email ON transactions (
  lower(customer_email), provider_created_at DESC NULLS LAST, id DESC NULLS LAST
);
-- With what is held, so that sums by deadline need no row.
CREATE INDEX transactions_capture_by ON transactions (
  capture_by, id, currency, authorized_minor, captured_minor, released_minor
) WHERE status IN ('authorized', 'partially_captured', 'partially_captured_refunded');

-- The order as the provider keeps it, one row a line.
CREATE TABLE order_items (
  transaction_id uuid NOT NULL
    CONSTRAINT order_items_transaction_id_transactions_id_fk
    REFERENCES transactions (id) ON DELETE CASCADE,
  position integer NOT NULL,
  line_id text NOT NULL,
  sku text,
  description text NOT NULL,
  quantity_micros bigint,
  amount_minor bigint NOT NULL,
  vat_amount_minor bigint,
  vat_basis_points integer,
  gross_amount_minor bigint,
  kind text NOT NULL,
  CONSTRAINT order_items_transaction_id_position_pk PRIMARY KEY (transaction_id, position)
);

-- What happened to the payment at the provider, as the provider reports it.
CREATE TABLE transaction_events (
  transaction_id uuid NOT NULL
    CONSTRAINT transaction_events_transaction_id_transactions_id_fk
    REFERENCES transactions (id) ON DELETE CASCADE,
  provider_event_id text NOT NULL,
  position integer NOT NULL,
  kind text NOT NULL,
  provider_kind text NOT NULL,
  state text NOT NULL,
  currency text NOT NULL,
  amount_minor bigint,
  lines jsonb NOT NULL,
  reference text,
  operation_id text,
  provider_reference text,
  error jsonb,
  closes jsonb NOT NULL,
  occurred_at timestamptz,
  CONSTRAINT transaction_events_transaction_id_provider_event_id_pk
    PRIMARY KEY (transaction_id, provider_event_id)
);
CREATE INDEX transaction_events_reference ON transaction_events (reference);
CREATE INDEX transaction_events_moved
  ON transaction_events (occurred_at, kind, currency, amount_minor)
  WHERE kind IN ('capture', 'refund') AND state = 'succeeded';

-- When a payment that can still change is read again.
CREATE TABLE scheduled_reads (
  transaction_id uuid PRIMARY KEY
    CONSTRAINT scheduled_reads_transaction_id_transactions_id_fk
    REFERENCES transactions (id) ON DELETE CASCADE,
  due_at timestamptz NOT NULL
);
CREATE INDEX scheduled_reads_due ON scheduled_reads (due_at);


-- Webhooks

-- The verified webhooks without their bodies; those not processed are the queue of reads to do.
CREATE TABLE webhook_deliveries (
  id uuid PRIMARY KEY,
  connection_id uuid NOT NULL
    CONSTRAINT webhook_deliveries_connection_id_connections_id_fk REFERENCES connections (id),
  delivery_id text NOT NULL,
  provider_transaction_id text,
  order_reference text,
  digest text NOT NULL,
  sent_at timestamptz,
  received_at timestamptz NOT NULL DEFAULT now(),
  due_at timestamptz NOT NULL DEFAULT now(),
  tries integer NOT NULL DEFAULT 0,
  processed_at timestamptz,
  result text,
  CONSTRAINT webhook_deliveries_once UNIQUE (connection_id, delivery_id),
  CONSTRAINT webhook_deliveries_result_known
    CHECK (result IN ('read', 'not_found', 'no_subject', 'gave_up')),
  CONSTRAINT webhook_deliveries_processed_with_result
    CHECK ((processed_at IS NULL) = (result IS NULL))
);
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (due_at) WHERE processed_at IS NULL;
CREATE INDEX webhook_deliveries_waiting
  ON webhook_deliveries (connection_id, provider_transaction_id) WHERE processed_at IS NULL;


-- Operations on payments, and what people wrote about them

-- Each intent to move or change money, from before it is sent until its outcome is known.
CREATE TABLE operations (
  id uuid PRIMARY KEY,
  transaction_id uuid NOT NULL
    CONSTRAINT operations_transaction_id_transactions_id_fk REFERENCES transactions (id),
  kind text NOT NULL,
  state text NOT NULL,
  amount_minor bigint NOT NULL,
  currency text NOT NULL,
  lines jsonb NOT NULL,
  new_items jsonb,
  reason text,
  reference text NOT NULL,
  input_digest text NOT NULL,
  actor_id uuid NOT NULL CONSTRAINT operations_actor_id_users_id_fk REFERENCES users (id),
  actor_name text NOT NULL,
  actor_role text NOT NULL,
  request_id uuid NOT NULL,
  baseline_totals jsonb NOT NULL,
  baseline_event_count integer NOT NULL,
  refusal_code text,
  message jsonb,
  retry jsonb,
  provider_reference text,
  created_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz,
  settled_at timestamptz,
  next_check_at timestamptz,
  checks integer NOT NULL DEFAULT 0,
  last_checked_at timestamptz,
  last_check_found jsonb,
  absent_reads integer NOT NULL DEFAULT 0,
  leased_until timestamptz,
  CONSTRAINT operations_kind_known CHECK (
    kind IN (
      'capture', 'refund', 'void', 'update_authorization', 'extend_authorization', 'charge_again',
      'pay_out', 'confirm_receipt'
    )
  ),
  CONSTRAINT operations_state_known CHECK (
    state IN (
      'intended', 'sending', 'pending', 'unknown', 'needs_review', 'succeeded', 'refused',
      'not_sent', 'abandoned'
    )
  ),
  CONSTRAINT operations_amount CHECK (amount_minor BETWEEN 0 AND 9007199254740991),
  CONSTRAINT operations_settled_when_closed CHECK (
    (state IN ('intended', 'sending', 'pending', 'unknown', 'needs_review'))
    = (settled_at IS NULL)
  )
);
-- One open operation a payment: the wall behind the guards of the statements.
CREATE UNIQUE INDEX operations_one_open ON operations (transaction_id)
  WHERE state IN ('intended', 'sending', 'pending', 'unknown', 'needs_review');
CREATE INDEX operations_transaction ON operations (transaction_id, created_at DESC NULLS LAST);
CREATE INDEX operations_due ON operations (next_check_at)
  WHERE state IN ('intended', 'sending', 'pending', 'unknown', 'needs_review');
CREATE INDEX operations_refused ON operations (settled_at) WHERE state = 'refused';
CREATE INDEX operations_refunded ON operations (settled_at)
  WHERE kind = 'refund' AND state = 'succeeded';

-- One row a request to the provider, committed before the request is sent.
CREATE TABLE attempts (
  id uuid PRIMARY KEY,
  operation_id uuid NOT NULL
    CONSTRAINT attempts_operation_id_operations_id_fk REFERENCES operations (id),
  number integer NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  outcome text,
  http_exchange jsonb,
  CONSTRAINT attempts_number UNIQUE (operation_id, number)
);

-- What people decided about operations whose outcome could not be found out.
CREATE TABLE review_decisions (
  operation_id uuid NOT NULL
    CONSTRAINT review_decisions_operation_id_operations_id_fk REFERENCES operations (id),
  actor_id uuid NOT NULL
    CONSTRAINT review_decisions_actor_id_users_id_fk REFERENCES users (id),
  actor_name text NOT NULL,
  verdict text NOT NULL,
  reason text NOT NULL,
  decided_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT review_decisions_operation_id_actor_id_pk PRIMARY KEY (operation_id, actor_id)
);

-- Notes on a payment.
CREATE TABLE notes (
  id uuid PRIMARY KEY,
  transaction_id uuid NOT NULL
    CONSTRAINT notes_transaction_id_transactions_id_fk REFERENCES transactions (id),
  text text NOT NULL,
  author_id uuid NOT NULL CONSTRAINT notes_author_id_users_id_fk REFERENCES users (id),
  author_name text NOT NULL,
  author_role text NOT NULL,
  written_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT notes_author_role_known
    CHECK (author_role IN ('viewer', 'staff', 'support', 'admin')),
  CONSTRAINT notes_text_length CHECK (char_length(text) BETWEEN 1 AND 2000)
);
CREATE INDEX notes_transaction ON notes (transaction_id, written_at);


-- Counts and sums of the list

-- Payments by status, currency and the day by which what they hold must be captured.
CREATE TABLE transaction_tallies (
  status text NOT NULL,
  currency text NOT NULL,
  capture_day date NOT NULL,
  count bigint NOT NULL,
  held_minor numeric NOT NULL,
  captured_minor numeric NOT NULL,
  refunded_minor numeric NOT NULL,
  CONSTRAINT transaction_tallies_status_currency_capture_day_pk
    PRIMARY KEY (status, currency, capture_day)
);

-- Differences to the tallies that are not folded in yet.
CREATE TABLE transaction_tally_changes (
  id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  status text NOT NULL,
  currency text NOT NULL,
  capture_day date NOT NULL,
  count bigint NOT NULL,
  held_minor bigint NOT NULL,
  captured_minor bigint NOT NULL,
  refunded_minor bigint NOT NULL
);


-- The audit trail

-- Who did what. Each entry is chained to the one before it in its stream.
CREATE TABLE audit_entries (
  stream_id uuid NOT NULL,
  sequence bigint NOT NULL,
  at timestamptz NOT NULL,
  action text NOT NULL,
  actor_id uuid,
  actor_name text NOT NULL,
  actor_role text NOT NULL,
  request_id uuid,
  operation_id uuid,
  reason text,
  detail jsonb NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  CONSTRAINT audit_entries_stream_id_sequence_pk PRIMARY KEY (stream_id, sequence)
);

-- The newest entry of each stream.
CREATE TABLE audit_heads (
  stream_id uuid PRIMARY KEY,
  sequence bigint NOT NULL,
  hash text NOT NULL
);


-- Functions and triggers of the audit trail: every entry is numbered within its stream, stamped with
-- the database's time and chained to the entry before it, whatever the statement brought.

-- What is hashed of an entry, as one text that any other program can hash again.
CREATE FUNCTION audit_entry_content(entry audit_entries) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_array(
    entry.stream_id,
    entry.sequence,
    to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    entry.action,
    entry.actor_id,
    entry.actor_name,
    entry.actor_role,
    entry.request_id,
    entry.operation_id,
    entry.reason,
    entry.detail
  )::text
$$;

CREATE FUNCTION audit_chain_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  head audit_heads;
BEGIN
  INSERT INTO audit_heads (stream_id, sequence, hash)
  VALUES (NEW.stream_id, 1, '')
  ON CONFLICT (stream_id) DO UPDATE SET sequence = audit_heads.sequence + 1
  RETURNING * INTO head;

  NEW.sequence := head.sequence;
  NEW.at := clock_timestamp();
  NEW.previous_hash := head.hash;
  NEW.hash := encode(
    sha256(convert_to(NEW.previous_hash || E'\n' || audit_entry_content(NEW), 'UTF8')), 'hex'
  );

  UPDATE audit_heads SET hash = NEW.hash WHERE stream_id = NEW.stream_id;
  RETURN NEW;
END
$$;

CREATE TRIGGER audit_entries_chain BEFORE INSERT ON audit_entries
FOR EACH ROW EXECUTE FUNCTION audit_chain_entry();

CREATE FUNCTION audit_refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail is append-only: % on % refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE ON audit_entries
FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();

CREATE TRIGGER audit_entries_no_truncate BEFORE TRUNCATE ON audit_entries
FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();


-- Webhooks stay as they were received: only their processing is noted, once, and no row goes away.

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

CREATE TRIGGER webhook_deliveries_append_only BEFORE UPDATE OR DELETE ON webhook_deliveries
FOR EACH ROW EXECUTE FUNCTION webhook_delivery_refuse_change();

CREATE TRIGGER webhook_deliveries_no_truncate BEFORE TRUNCATE ON webhook_deliveries
FOR EACH STATEMENT EXECUTE FUNCTION webhook_delivery_refuse_change();


-- Notes stay as people wrote them: a note is neither changed nor removed.

CREATE FUNCTION notes_refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'notes are append-only: % on % refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER notes_append_only BEFORE UPDATE OR DELETE ON notes
FOR EACH ROW EXECUTE FUNCTION notes_refuse_change();

CREATE TRIGGER notes_no_truncate BEFORE TRUNCATE ON notes
FOR EACH STATEMENT EXECUTE FUNCTION notes_refuse_change();


-- The tallies of the list. Each payment that comes, changes or goes appends what it changes in the
-- same database transaction: no payment waits for a counter, and a crash takes both or neither.

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

CREATE TRIGGER transactions_tally AFTER INSERT OR DELETE ON transactions
FOR EACH ROW EXECUTE FUNCTION tally_transaction();

-- Most updates, reservations for one, change nothing that is counted and cost nothing here.
CREATE TRIGGER transactions_tally_change AFTER UPDATE ON transactions
FOR EACH ROW WHEN (
  (OLD.status, OLD.currency, OLD.capture_by, OLD.authorized_minor, OLD.captured_minor,
    OLD.refunded_minor, OLD.released_minor)
  IS DISTINCT FROM
  (NEW.status, NEW.currency, NEW.capture_by, NEW.authorized_minor, NEW.captured_minor,
    NEW.refunded_minor, NEW.released_minor)
) EXECUTE FUNCTION tally_transaction();

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

CREATE FUNCTION empty_transaction_tallies() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM rebuild_transaction_tallies();
  RETURN NULL;
END
$$;

CREATE TRIGGER transactions_tally_truncate AFTER TRUNCATE ON transactions
FOR EACH STATEMENT EXECUTE FUNCTION empty_transaction_tallies();
