-- A passkey also proves anew, within a session, that it is its person who asks.

ALTER TABLE passkey_challenges
  DROP CONSTRAINT passkey_challenges_purpose_known,
  DROP CONSTRAINT passkey_challenges_person_fits,
  ADD CONSTRAINT passkey_challenges_purpose_known
    CHECK (purpose IN ('register', 'sign_in', 'step_up')),
  ADD CONSTRAINT passkey_challenges_person_fits CHECK ((purpose = 'sign_in') = (user_id IS NULL));
