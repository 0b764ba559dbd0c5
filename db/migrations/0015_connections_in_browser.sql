-- Connections are added by people, and imported by whichever instance is free.

-- Adds a connection with its accounts and writes the audit entry. Returns 'added', 'actor_changed', or
-- 'needs_all_connections' when who asks does not see all of them, and so would not see the new one.
-- A name or an account that another connection has raises a unique violation.
CREATE FUNCTION add_connection(
  request person_request,
  new_id uuid,
  new_provider text,
  new_name text,
  new_account text,
  new_accounts text[],
  new_base_url text,
  new_is_test boolean,
  new_secret text
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  result text;
BEGIN
  PERFORM refuse_pretended_operator(request);
  WITH asking AS MATERIALIZED (
    SELECT id, name, role, connection_ids FROM users
    WHERE request.kind = 'person' AND id = request.user_id AND disabled_at IS NULL
      AND role = request.role AND role = 'admin'
      AND connection_ids IS NOT DISTINCT FROM request.connection_ids
    FOR SHARE
  ),
  acting AS MATERIALIZED (
    SELECT id, name, role, connection_ids FROM asking
    UNION ALL
    SELECT NULL, 'Command line', 'operator', NULL WHERE request.kind = 'operator'
  ),
  added AS (
    INSERT INTO connections (
      id, provider, name, account_id, base_url, is_test, secret_ciphertext, checked_at
    )
    SELECT
      new_id, new_provider, new_name, new_account, new_base_url, new_is_test, new_secret, now()
    FROM acting
    WHERE connection_ids IS NULL
    RETURNING id
  ),
  account AS (
    INSERT INTO connection_accounts (provider, account, connection_id)
    SELECT new_provider, named.account, added.id
    FROM added CROSS JOIN unnest(new_accounts) AS named (account)
    ORDER BY named.account
  ),
  entry AS (
    INSERT INTO audit_entries (
      stream_id, action, actor_id, actor_name, actor_role, request_id, reason, address, detail
    )
    SELECT
      added.id, 'connection.added', acting.id, acting.name, acting.role, request.request_id,
      request.reason, request.address,
      jsonb_build_object(
        'name', new_name, 'provider', new_provider, 'accounts', to_jsonb(new_accounts),
        'baseUrl', new_base_url
      )
    FROM added CROSS JOIN acting
  )
  SELECT CASE
    WHEN NOT EXISTS (SELECT FROM acting) THEN 'actor_changed'
    WHEN NOT EXISTS (SELECT FROM added) THEN 'needs_all_connections'
    ELSE 'added'
  END INTO result;
  RETURN result;
END
$$;

REVOKE EXECUTE ON FUNCTION add_connection FROM PUBLIC;

CREATE TRIGGER audit_entries_of_added_connections BEFORE INSERT ON audit_entries
FOR EACH ROW WHEN (NEW.action = 'connection.added') EXECUTE FUNCTION audit_refuse_pretended();


ALTER TABLE imports
  -- True for one that the server does by itself, false for one that its own process does.
  ADD COLUMN in_background boolean NOT NULL DEFAULT false,
  -- Until then the import is in the hands of a process; an unfinished one is taken up after that.
  ADD COLUMN lease_until timestamptz NOT NULL DEFAULT now(),
  -- Processes that have taken it up. Only the last one writes.
  ADD COLUMN tries integer NOT NULL DEFAULT 0,
  -- The position in the list; null at its beginning.
  ADD COLUMN reached jsonb;

-- One at a time for each connection, over all instances.
CREATE UNIQUE INDEX imports_running ON imports (connection_id)
WHERE in_background AND finished_at IS NULL;

-- The last webhook of a connection.
CREATE INDEX webhook_deliveries_received ON webhook_deliveries (connection_id, received_at DESC);
