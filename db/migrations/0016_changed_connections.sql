-- Connections are renamed, disabled, given another secret and removed; each of it by a function of the
-- owner of the tables, which writes the audit entry in the same statement (decision 0032).

ALTER TABLE connections
  -- While set, nothing new is begun through the connection.
  ADD COLUMN disabled_at timestamptz,
  -- Removed for good: the secret is destroyed, payments and history stay.
  ADD COLUMN closed_at timestamptz,
  -- What signed the provider's webhooks before the newest secret, sealed; it counts until then.
  ADD COLUMN previous_webhook_secret text,
  ADD COLUMN previous_webhook_until timestamptz,
  ADD CONSTRAINT connections_closed_for_good CHECK (
    closed_at IS NULL
    OR (disabled_at IS NOT NULL AND secret_ciphertext = '' AND previous_webhook_secret IS NULL)
  ),
  ADD CONSTRAINT connections_previous_webhook_ends
    CHECK ((previous_webhook_secret IS NULL) = (previous_webhook_until IS NULL));

CREATE INDEX connections_previous_webhook
  ON connections (previous_webhook_until) WHERE previous_webhook_until IS NOT NULL;

-- What was closed stays closed, whoever asks: another secret would bring it back.
CREATE FUNCTION connection_refuse_reopening() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'the connection is closed for good' USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER connections_stay_closed BEFORE UPDATE ON connections
FOR EACH ROW WHEN (
  OLD.closed_at IS NOT NULL AND (
    NEW.closed_at IS NULL OR NEW.secret_ciphertext <> '' OR NEW.disabled_at IS NULL
  )
) EXECUTE FUNCTION connection_refuse_reopening();

CREATE TRIGGER audit_entries_of_connections BEFORE INSERT ON audit_entries
FOR EACH ROW WHEN (NEW.action IN (
  'connection.secret_replaced', 'connection.settings_changed', 'connection.renamed',
  'connection.disabled', 'connection.enabled', 'connection.closed', 'connection.removed'
)) EXECUTE FUNCTION audit_refuse_pretended();

-- Locks a connection against new operations and other changes, and says why it may not be changed; null
-- when it may. The statements after it see everything that was begun before: an intent holds the
-- row until it is committed. `seen` is the version (in milliseconds) that the person was shown; null
-- for one who was shown none.
CREATE FUNCTION lock_connection(request person_request, target_id uuid, seen timestamptz) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  found_closed timestamptz;
  found_version timestamptz;
BEGIN
  PERFORM refuse_pretended_operator(request);
  IF request.kind NOT IN ('person', 'operator') THEN
    RETURN 'actor_changed';
  END IF;
  SELECT closed_at, date_trunc('milliseconds', updated_at) INTO found_closed, found_version
  FROM connections WHERE id = target_id FOR UPDATE;
  IF NOT FOUND THEN
    RETURN 'unknown';
  END IF;
  IF request.kind = 'person' THEN
    PERFORM FROM users
    WHERE id = request.user_id AND disabled_at IS NULL AND role = request.role AND role = 'admin'
      AND connection_ids IS NOT DISTINCT FROM request.connection_ids
    FOR SHARE;
    IF NOT FOUND THEN
      RETURN 'actor_changed';
    END IF;
    IF NOT is_scope_within(ARRAY[target_id], request.connection_ids) THEN
      RETURN 'unknown';
    END IF;
  END IF;
  IF found_closed IS NOT NULL THEN
    RETURN 'closed';
  END IF;
  IF found_version <> seen THEN
    RETURN 'overtaken';
  END IF;
  RETURN NULL;
END
$$;

-- Writes the entry of a change that is made in the same statement.
CREATE FUNCTION write_connection_entry(
  request person_request, target_id uuid, entry_action text, entry_detail jsonb
) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO audit_entries (
    stream_id, action, actor_id, actor_name, actor_role, request_id, reason, address, detail
  )
  SELECT
    target_id, entry_action, actor.id, actor.name, actor.role, request.request_id, request.reason,
    request.address, entry_detail
  FROM (
    SELECT id, name, role FROM users WHERE request.kind = 'person' AND id = request.user_id
    UNION ALL SELECT NULL, 'Command line', 'operator' WHERE request.kind = 'operator'
  ) AS actor
$$;

-- Gives a connection another secret or other settings, which are sealed together, and the accounts that
-- it reads with them. None of those that it reads may be missing, and test stays test.
CREATE FUNCTION change_connection_secret(
  request person_request,
  target_id uuid,
  seen timestamptz,
  entry_action text,
  changed_names text[],
  next_base_url text,
  next_is_test boolean,
  next_secret text,
  next_accounts text[],
  replaced_webhook_secret text,
  overlap_s integer
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  refused constant text := lock_connection(request, target_id, seen);
BEGIN
  IF refused IS NOT NULL THEN
    RETURN refused;
  END IF;
  IF entry_action NOT IN ('connection.secret_replaced', 'connection.settings_changed') THEN
    RAISE EXCEPTION 'no such change: %', entry_action USING ERRCODE = 'invalid_parameter_value';
  END IF;
  IF EXISTS (
    SELECT FROM connection_accounts
    WHERE connection_id = target_id AND NOT account = ANY (next_accounts)
  ) THEN
    RETURN 'account_missing';
  END IF;
  UPDATE connections SET
    base_url = next_base_url,
    secret_ciphertext = next_secret,
    previous_webhook_secret = coalesce(replaced_webhook_secret, previous_webhook_secret),
    previous_webhook_until = CASE
      WHEN replaced_webhook_secret IS NULL THEN previous_webhook_until
      ELSE now() + make_interval(secs => overlap_s)
    END,
    checked_at = now(),
    check_problem = NULL,
    updated_at = greatest(now(), updated_at + interval '1 millisecond')
  WHERE id = target_id AND is_test = next_is_test;
  IF NOT FOUND THEN
    RETURN 'other_environment';
  END IF;
  INSERT INTO connection_accounts (provider, account, connection_id)
  SELECT connections.provider, named.account, connections.id
  FROM connections CROSS JOIN unnest(next_accounts) AS named (account)
  WHERE connections.id = target_id AND NOT EXISTS (
    SELECT FROM connection_accounts AS held
    WHERE held.provider = connections.provider AND held.account = named.account
      AND held.connection_id = target_id
  )
  ORDER BY named.account;
  PERFORM write_connection_entry(
    request, target_id, entry_action, jsonb_build_object('fields', to_jsonb(changed_names))
  );
  RETURN 'changed';
END
$$;

CREATE FUNCTION rename_connection(
  request person_request, target_id uuid, seen timestamptz, next_name text
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  refused constant text := lock_connection(request, target_id, seen);
  name_before constant text := (SELECT name FROM connections WHERE id = target_id);
BEGIN
  IF refused IS NOT NULL THEN
    RETURN refused;
  END IF;
  IF name_before = next_name THEN
    RETURN 'same';
  END IF;
  UPDATE connections SET
    name = next_name,
    updated_at = greatest(now(), updated_at + interval '1 millisecond')
  WHERE id = target_id;
  PERFORM write_connection_entry(
    request, target_id, 'connection.renamed', jsonb_build_object('from', name_before, 'to', next_name)
  );
  RETURN 'changed';
END
$$;

-- Disables a connection, or enables it again; its list is read at once then.
CREATE FUNCTION set_connection_enabled(
  request person_request, target_id uuid, seen timestamptz, is_enabled boolean
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  refused constant text := lock_connection(request, target_id, seen);
BEGIN
  IF refused IS NOT NULL THEN
    RETURN refused;
  END IF;
  UPDATE connections SET
    disabled_at = CASE WHEN is_enabled THEN NULL ELSE now() END,
    poll_due_at = CASE WHEN is_enabled THEN now() ELSE poll_due_at END,
    updated_at = greatest(now(), updated_at + interval '1 millisecond')
  WHERE id = target_id AND (disabled_at IS NULL) <> is_enabled;
  IF NOT FOUND THEN
    RETURN 'same';
  END IF;
  PERFORM write_connection_entry(
    request, target_id,
    CASE WHEN is_enabled THEN 'connection.enabled' ELSE 'connection.disabled' END, '{}'
  );
  RETURN 'changed';
END
$$;

-- Removes a connection that has no open operation. Without a payment or a webhook it is gone; else it is
-- closed for good, and keeps its accounts, so that no second one sends for them.
CREATE FUNCTION remove_connection(
  request person_request, target_id uuid, seen timestamptz, typed_name text
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  refused constant text := lock_connection(request, target_id, seen);
  detail constant jsonb := (
    SELECT jsonb_build_object('name', name, 'provider', provider, 'account', account_id)
    FROM connections WHERE id = target_id
  );
BEGIN
  IF refused IS NOT NULL THEN
    RETURN refused;
  END IF;
  IF typed_name IS DISTINCT FROM detail ->> 'name' THEN
    RETURN 'name_differs';
  END IF;
  IF EXISTS (
    SELECT FROM operations
    JOIN transactions ON transactions.id = operations.transaction_id
    WHERE operations.state IN ('intended', 'sending', 'pending', 'unknown', 'needs_review')
      AND transactions.connection_id = target_id
  ) THEN
    RETURN 'operations_open';
  END IF;
  IF NOT EXISTS (SELECT FROM transactions WHERE connection_id = target_id)
    AND NOT EXISTS (SELECT FROM webhook_deliveries WHERE connection_id = target_id)
  THEN
    DELETE FROM connections WHERE id = target_id;
    PERFORM write_connection_entry(request, target_id, 'connection.removed', detail);
    RETURN 'removed';
  END IF;
  UPDATE connections SET
    closed_at = now(),
    disabled_at = coalesce(disabled_at, now()),
    secret_ciphertext = '',
    previous_webhook_secret = NULL,
    previous_webhook_until = NULL,
    sync_cursor = NULL,
    updated_at = greatest(now(), updated_at + interval '1 millisecond')
  WHERE id = target_id;
  DELETE FROM scheduled_reads USING transactions
  WHERE transactions.id = scheduled_reads.transaction_id AND transactions.connection_id = target_id;
  DELETE FROM unread_payments WHERE connection_id = target_id;
  PERFORM write_connection_entry(request, target_id, 'connection.closed', detail);
  RETURN 'closed_for_good';
END
$$;

-- Deletes what signed webhooks before, once its time is over.
CREATE FUNCTION forget_previous_webhook_secrets() RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH forgotten AS (
    UPDATE connections SET previous_webhook_secret = NULL, previous_webhook_until = NULL
    WHERE previous_webhook_until <= now()
    RETURNING id
  )
  SELECT count(*)::integer FROM forgotten
$$;

-- Which role may call them is written in app-role.sql.
REVOKE EXECUTE ON FUNCTION
  lock_connection, write_connection_entry, change_connection_secret, rename_connection,
  set_connection_enabled, remove_connection, forget_previous_webhook_secrets
FROM PUBLIC;
