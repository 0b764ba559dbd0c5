-- What the last use of a connection found out about it, and which of its reads are owed (decision 0040).

ALTER TABLE connections
  -- The provider's own words for what was wrong. This and the two after it count only beside a problem.
  ADD COLUMN check_detail text,
  ADD COLUMN check_source text,
  -- The connection has not worked since then.
  ADD COLUMN failing_since timestamptz,
  -- Begin of its last test, by a person or by itself; the next one waits.
  ADD COLUMN tested_at timestamptz,
  -- A turn at the list has been due since then and was begun, and none has succeeded; else null.
  ADD COLUMN poll_owed_since timestamptz;

-- It held words before, which only tests have ever written.
UPDATE connections SET check_problem = NULL WHERE check_problem IS NOT NULL;

ALTER TABLE connections
  ADD CONSTRAINT connections_check_problem_known CHECK (
    check_problem IN (
      'credentials_refused', 'right_missing', 'read_only', 'unknown_account', 'wrong_account', 'no_api',
      'list_refused', 'unreadable', 'unavailable', 'unusable'
    )
  ),
  ADD CONSTRAINT connections_check_source_known CHECK (check_source IN ('list', 'read', 'test'));

-- A read has been due since then and was begun, and none has succeeded; else null.
ALTER TABLE scheduled_reads ADD COLUMN owed_since timestamptz;

CREATE INDEX scheduled_reads_owed ON scheduled_reads (owed_since) WHERE owed_since IS NOT NULL;
