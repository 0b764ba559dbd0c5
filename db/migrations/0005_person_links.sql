-- People are invited by a one-time link, and get back in by one.

ALTER TABLE users
  -- Null until an invited person has chosen a password.
  ALTER COLUMN password_hash DROP NOT NULL,
  -- Goes up by one when the person's link ends.
  ADD COLUMN link_epoch integer NOT NULL DEFAULT 0;

-- The token of a link is shown once and kept nowhere; here is its SHA-256.
CREATE TABLE person_links (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL
    CONSTRAINT person_links_user_id_users_id_fk
    REFERENCES users (id) ON DELETE CASCADE,
  token_hash text NOT NULL CONSTRAINT person_links_token_hash_unique UNIQUE,
  epoch integer NOT NULL,
  made_by uuid
    CONSTRAINT person_links_made_by_users_id_fk
    REFERENCES users (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX person_links_user ON person_links (user_id);
