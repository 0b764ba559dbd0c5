-- People sign in by the organization's identity provider.

CREATE TABLE person_identities (
  user_id uuid PRIMARY KEY
    CONSTRAINT person_identities_user_id_users_id_fk
    REFERENCES users (id) ON DELETE CASCADE,
  issuer text NOT NULL,
  -- The provider's own id of the person, which it gives to no one else.
  subject text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT person_identities_subject UNIQUE (issuer, subject)
);

-- Null for another way in, and where the provider does not say.
ALTER TABLE sessions ADD COLUMN provider_auth_at timestamptz;
