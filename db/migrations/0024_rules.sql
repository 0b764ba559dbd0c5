-- Tags on payments, rules that extend the holds of tagged payments, and their runs (decision 0041).

CREATE TABLE payment_tags (
  transaction_id uuid NOT NULL
    CONSTRAINT payment_tags_transaction_id_transactions_id_fk REFERENCES transactions (id),
  -- As `search_key` writes it, so that one word is one tag.
  tag text NOT NULL,
  actor_id uuid NOT NULL CONSTRAINT payment_tags_actor_id_users_id_fk REFERENCES users (id),
  -- The name at that time.
  actor_name text NOT NULL,
  tagged_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT payment_tags_transaction_id_tag_pk PRIMARY KEY (transaction_id, tag),
  CONSTRAINT payment_tags_tag_known CHECK (tag = search_key(tag) AND length(tag) BETWEEN 1 AND 40)
);
CREATE INDEX payment_tags_tag ON payment_tags (tag, transaction_id);

CREATE TABLE extension_rules (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  tag text NOT NULL,
  max_times integer NOT NULL,
  within_hours integer NOT NULL,
  -- The admin with whose rights it acts; null while it is off.
  enabled_by uuid CONSTRAINT extension_rules_enabled_by_users_id_fk REFERENCES users (id),
  enabled_at timestamptz,
  -- Why it was switched off by itself.
  stop_reason text,
  created_at timestamptz NOT NULL DEFAULT now(),
  removed_at timestamptz,
  CONSTRAINT extension_rules_times CHECK (max_times BETWEEN 1 AND 50),
  CONSTRAINT extension_rules_hours CHECK (within_hours BETWEEN 1 AND 336),
  CONSTRAINT extension_rules_enabled CHECK (
    (enabled_by IS NULL) = (enabled_at IS NULL)
    AND (enabled_by IS NULL OR (removed_at IS NULL AND stop_reason IS NULL))
  ),
  CONSTRAINT extension_rules_stop_known CHECK (stop_reason IN ('person_disabled', 'right_withdrawn'))
);
CREATE UNIQUE INDEX extension_rules_name ON extension_rules (search_key(name))
  WHERE removed_at IS NULL;

CREATE TABLE rule_runs (
  transaction_id uuid NOT NULL
    CONSTRAINT rule_runs_transaction_id_transactions_id_fk REFERENCES transactions (id),
  -- Runs of the payment, from 1: two instances never plan the same one.
  number integer NOT NULL,
  rule_id uuid NOT NULL
    CONSTRAINT rule_runs_rule_id_extension_rules_id_fk REFERENCES extension_rules (id),
  operation_id uuid NOT NULL,
  deadline_at timestamptz NOT NULL,
  begun_at timestamptz NOT NULL,
  lease_until timestamptz NOT NULL,
  -- Before then no further run of the payment is planned.
  next_at timestamptz NOT NULL,
  -- Why no operation was begun.
  failure jsonb,
  ended_at timestamptz,
  CONSTRAINT rule_runs_transaction_id_number_pk PRIMARY KEY (transaction_id, number)
);
CREATE UNIQUE INDEX rule_runs_operation ON rule_runs (operation_id);
CREATE INDEX rule_runs_rule ON rule_runs (rule_id, transaction_id);
CREATE INDEX rule_runs_failed ON rule_runs (ended_at) WHERE failure IS NOT NULL;
