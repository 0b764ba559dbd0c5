-- Payments whose rest, after the capture of a part, a person keeps on hold to ship it later.

CREATE TABLE kept_rests (
  transaction_id uuid PRIMARY KEY
    CONSTRAINT kept_rests_transaction_id_transactions_id_fk REFERENCES transactions (id),
  -- Held when it was decided, in minor units.
  held_minor bigint NOT NULL,
  actor_id uuid NOT NULL CONSTRAINT kept_rests_actor_id_users_id_fk REFERENCES users (id),
  -- The name at that time.
  actor_name text NOT NULL,
  kept_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT kept_rests_held CHECK (held_minor BETWEEN 0 AND 9007199254740991 AND held_minor > 0)
);
