-- A second factor: an authenticator app, with recovery codes for when it is lost.

ALTER TABLE sessions
  -- When the person last proved a second factor in this session.
  ADD COLUMN second_factor_at timestamptz;

-- The secret is sealed. It counts once a first code has shown that the app has it.
CREATE TABLE app_factors (
  user_id uuid PRIMARY KEY
    CONSTRAINT app_factors_user_id_users_id_fk
    REFERENCES users (id) ON DELETE CASCADE,
  sealed_secret text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  confirmed_at timestamptz,
  -- The newest time step whose code was used; only codes of later steps count.
  last_step integer,
  CONSTRAINT app_factors_confirmed_by_a_code CHECK ((confirmed_at IS NULL) = (last_step IS NULL))
);

-- A code is shown once and kept nowhere; here is its SHA-256.
CREATE TABLE recovery_codes (
  user_id uuid NOT NULL
    CONSTRAINT recovery_codes_user_id_users_id_fk
    REFERENCES users (id) ON DELETE CASCADE,
  code_hash text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  used_at timestamptz,
  CONSTRAINT recovery_codes_user_id_code_hash_pk PRIMARY KEY (user_id, code_hash)
);

-- Sign-ins whose password was right, and which wait for a code. The browser holds the token.
CREATE TABLE pending_sign_ins (
  token_hash text PRIMARY KEY,
  user_id uuid NOT NULL
    CONSTRAINT pending_sign_ins_user_id_users_id_fk
    REFERENCES users (id) ON DELETE CASCADE,
  epoch integer NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);

-- What the organization has set; the application knows the type of each value.
CREATE TABLE organization_settings (
  key text PRIMARY KEY,
  value jsonb NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now()
);
