-- What people choose about how Paydesk shows itself follows them to every browser.

ALTER TABLE users
  -- Null, here and below, until the person has chosen one.
  ADD COLUMN language text CONSTRAINT users_language_known CHECK (language IN ('en', 'nb')),
  -- A name that PostgreSQL and Intl both know.
  ADD COLUMN time_zone text,
  ADD COLUMN theme text CONSTRAINT users_theme_known CHECK (theme IN ('system', 'light', 'dark'));
