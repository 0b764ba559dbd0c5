-- People sign in by a key that their device keeps.

ALTER TABLE users
  -- Goes up by one when all passkeys of the person end.
  ADD COLUMN passkey_epoch integer NOT NULL DEFAULT 0;

CREATE TABLE passkeys (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL
    CONSTRAINT passkeys_user_id_users_id_fk
    REFERENCES users (id) ON DELETE CASCADE,
  epoch integer NOT NULL,
  credential_id text NOT NULL CONSTRAINT passkeys_credential_id_unique UNIQUE,
  public_key text NOT NULL,
  sign_count bigint NOT NULL,
  transports jsonb NOT NULL,
  is_syncable boolean NOT NULL,
  is_backed_up boolean NOT NULL,
  aaguid uuid NOT NULL,
  name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz,
  CONSTRAINT passkeys_sign_count_not_negative CHECK (sign_count >= 0)
);
CREATE INDEX passkeys_user ON passkeys (user_id);

-- A challenge is deleted when its answer comes: that is its only use.
CREATE TABLE passkey_challenges (
  challenge_hash text PRIMARY KEY,
  browser_hash text NOT NULL,
  purpose text NOT NULL,
  user_id uuid
    CONSTRAINT passkey_challenges_user_id_users_id_fk
    REFERENCES users (id) ON DELETE CASCADE,
  expires_at timestamptz NOT NULL,
  CONSTRAINT passkey_challenges_purpose_known CHECK (purpose IN ('register', 'sign_in')),
  CONSTRAINT passkey_challenges_person_fits CHECK ((purpose = 'register') = (user_id IS NOT NULL))
);
CREATE INDEX passkey_challenges_expiry ON passkey_challenges (expires_at);
