-- Sessions end without use, and a browser that is known keeps a way in while others try passwords.

-- Lags by up to a minute, so that most requests write nothing.
ALTER TABLE sessions ADD COLUMN last_used_at timestamptz NOT NULL DEFAULT now();

-- The token is in the browser's cookie; here is its SHA-256.
CREATE TABLE known_devices (
  user_id uuid NOT NULL
    CONSTRAINT known_devices_user_id_users_id_fk
    REFERENCES users (id) ON DELETE CASCADE,
  token_hash text NOT NULL,
  -- It is known as long as the person's sessions are of this epoch.
  epoch integer NOT NULL,
  signed_in_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  CONSTRAINT known_devices_user_id_token_hash_pk PRIMARY KEY (user_id, token_hash)
);

-- The account that a count belongs to, so that all of its counts can be forgotten.
ALTER TABLE sign_in_throttles ADD COLUMN account_key text;
CREATE INDEX sign_in_throttles_account ON sign_in_throttles (account_key);
