-- Roles, scopes and settings of the organization change only through functions of the owner of the
-- tables, each of which writes the audit entry in the same statement; and entries know the network
-- address of their request.


-- The audit trail

ALTER TABLE audit_entries
  -- The network address that the request was counted under; null where there was none.
  ADD COLUMN address text;

-- An entry without an address is hashed as it was before there were addresses.
CREATE OR REPLACE FUNCTION audit_entry_content(entry audit_entries) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT (
    jsonb_build_array(
      entry.stream_id,
      entry.sequence,
      to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      entry.action,
      entry.actor_id,
      entry.actor_name,
      entry.actor_role,
      entry.request_id,
      entry.operation_id,
      entry.reason,
      entry.detail
    )
    || CASE WHEN entry.address IS NULL THEN '[]' ELSE jsonb_build_array(entry.address) END
  )::text
$$;

-- A temporary table of the same name comes before ours, unless its schema is named, and last.
ALTER FUNCTION audit_chain_entry() SET search_path = pg_catalog, public, pg_temp;

-- What only the functions below may say to have done. They run as the owner.
CREATE FUNCTION audit_refuse_pretended() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'MEMBER') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'only a function of the owner may write %', NEW.action
    USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER audit_entries_of_rights BEFORE INSERT ON audit_entries
FOR EACH ROW WHEN (NEW.action IN (
  'person.added', 'person.invited', 'person.role_changed', 'person.connections_changed',
  'organization.setting_changed'
)) EXECUTE FUNCTION audit_refuse_pretended();


-- Who asks

CREATE TYPE person_request AS (
  -- 'person', 'operator' for the command line of the server, or 'single_sign_on'.
  kind text,
  -- A person's, as they were when the request was permitted; null for the others.
  user_id uuid,
  role text,
  connection_ids uuid[],
  request_id uuid,
  reason text,
  address text
);

-- Who signed in to the database as the application asks for people only: it must not pass for the
-- command line, which comes as the owner.
CREATE FUNCTION refuse_pretended_operator(request person_request) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF request.kind = 'operator' AND NOT pg_has_role(session_user, current_user, 'MEMBER') THEN
    RAISE EXCEPTION 'only the owner of the tables may ask as the command line'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
END
$$;

-- True when connections are all among those that a person sees; null stands for all there are.
CREATE FUNCTION is_scope_within(given uuid[], held uuid[]) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT held IS NULL OR coalesce(given <@ held, false)
$$;

-- Single sign-on gives the roles and connections that the organization lists for its groups, and
-- without a list none: {"groups": [{"role": "support", "scope": "all"}, {"role": "staff", "scope": [id, …]}]}.
CREATE FUNCTION single_sign_on_gives(listed jsonb) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM organization_settings
    WHERE key = 'single_sign_on'
      AND value @> jsonb_build_object('groups', jsonb_build_array(listed))
  )
$$;


-- Makes a person, with the link by which to choose a password when one is given. Returns
-- 'inserted', or why nothing was written.
CREATE FUNCTION insert_person(
  request person_request,
  person_id uuid,
  person_email text,
  person_name text,
  person_role text,
  person_connections uuid[],
  person_password_hash text,
  link_id uuid,
  link_token_hash text,
  link_valid_s integer
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  result text;
  scope constant jsonb := coalesce(to_jsonb(person_connections), '"all"');
BEGIN
  PERFORM refuse_pretended_operator(request);
  WITH asking AS MATERIALIZED (
    SELECT id, name, role FROM users
    WHERE request.kind = 'person' AND id = request.user_id AND disabled_at IS NULL
      AND role = request.role AND role = 'admin'
      AND connection_ids IS NOT DISTINCT FROM request.connection_ids
    FOR SHARE
  ),
  acting AS MATERIALIZED (
    SELECT id, name, role FROM asking
    UNION ALL SELECT NULL, 'Command line', 'operator' WHERE request.kind = 'operator'
    UNION ALL SELECT NULL, 'Single sign-on', 'single_sign_on'
    WHERE request.kind = 'single_sign_on'
      AND single_sign_on_gives(jsonb_build_object('role', person_role, 'scope', scope))
  ),
  permitted AS MATERIALIZED (
    SELECT id, name, role FROM acting
    WHERE id IS NULL OR is_scope_within(person_connections, request.connection_ids)
  ),
  person AS (
    INSERT INTO users (id, email, name, role, password_hash, connection_ids)
    SELECT
      person_id, person_email, person_name, person_role, person_password_hash, person_connections
    FROM permitted
    ON CONFLICT (email) DO NOTHING
    RETURNING id, link_epoch
  ),
  link AS (
    INSERT INTO person_links (id, user_id, token_hash, epoch, made_by, expires_at)
    SELECT
      link_id, person.id, link_token_hash, person.link_epoch, permitted.id,
      now() + make_interval(secs => link_valid_s)
    FROM person CROSS JOIN permitted
    WHERE link_id IS NOT NULL
  ),
  entry AS (
    INSERT INTO audit_entries (
      stream_id, action, actor_id, actor_name, actor_role, request_id, reason, address, detail
    )
    SELECT
      person.id, CASE WHEN link_id IS NULL THEN 'person.added' ELSE 'person.invited' END,
      permitted.id, permitted.name, permitted.role, request.request_id, request.reason,
      request.address, jsonb_build_object('role', person_role, 'connections', scope)
    FROM person CROSS JOIN permitted
  )
  SELECT CASE
    WHEN NOT EXISTS (SELECT FROM acting) THEN 'actor_changed'
    WHEN NOT EXISTS (SELECT FROM permitted) THEN 'scope_above_own'
    WHEN NOT EXISTS (SELECT FROM person) THEN 'email_taken'
    ELSE 'inserted'
  END INTO result;
  RETURN result;
END
$$;

-- Gives a person another role, or, where `next_role` is null, other connections. The person is named
-- by id or e-mail address. No row when there is no such person; `result` is 'changed', 'same' when the
-- person is that way already, or why nothing was written.
--
-- The person, who asks and all admins of all connections are locked before they are judged, so that of two
-- such changes at once the second sees what the first did.
CREATE FUNCTION change_person_rights(
  request person_request,
  target_id uuid,
  target_email text,
  next_role text,
  next_connections uuid[]
) RETURNS TABLE (result text, email text)
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  PERFORM refuse_pretended_operator(request);
  RETURN QUERY
  WITH locked AS MATERIALIZED (
    SELECT
      id, email, name, role, disabled_at, connection_ids,
      role = 'admin' AND disabled_at IS NULL AND password_hash IS NOT NULL
        AND connection_ids IS NULL AS can_administer
    FROM users
    WHERE id IN (target_id, request.user_id) OR email = target_email
      OR (role = 'admin' AND disabled_at IS NULL AND password_hash IS NOT NULL
        AND connection_ids IS NULL)
    ORDER BY id
    FOR NO KEY UPDATE
  ),
  acting AS MATERIALIZED (
    SELECT id, name, role FROM locked
    WHERE request.kind = 'person' AND id = request.user_id AND disabled_at IS NULL
      AND role = request.role AND role = 'admin'
      AND connection_ids IS NOT DISTINCT FROM request.connection_ids
    UNION ALL SELECT NULL, 'Command line', 'operator' WHERE request.kind = 'operator'
    UNION ALL SELECT NULL, 'Single sign-on', 'single_sign_on'
    WHERE request.kind = 'single_sign_on' AND single_sign_on_gives(
      CASE
        WHEN next_role IS NOT NULL THEN jsonb_build_object('role', next_role)
        ELSE jsonb_build_object('scope', coalesce(to_jsonb(next_connections), '"all"'))
      END
    )
  ),
  target AS MATERIALIZED (
    SELECT
      id, email, role, connection_ids,
      can_administer AND NOT EXISTS (
        SELECT FROM locked AS other WHERE other.id <> person.id AND other.can_administer
      ) AS is_last_admin
    FROM locked AS person
    WHERE id = target_id OR email = target_email
  ),
  judged AS MATERIALIZED (
    SELECT
      target.id, target.email, target.role, target.connection_ids,
      CASE
        WHEN NOT EXISTS (SELECT FROM acting) THEN 'actor_changed'
        WHEN EXISTS (SELECT FROM acting WHERE acting.id = target.id) THEN 'own_account'
        WHEN EXISTS (SELECT FROM acting WHERE acting.id IS NOT NULL)
          AND NOT is_scope_within(target.connection_ids, request.connection_ids)
          THEN 'person_above_own'
        WHEN EXISTS (SELECT FROM acting WHERE acting.id IS NOT NULL) AND next_role IS NULL
          AND NOT is_scope_within(next_connections, request.connection_ids)
          THEN 'scope_above_own'
        WHEN next_role = target.role THEN 'same'
        WHEN next_role IS NULL AND next_connections IS NOT DISTINCT FROM target.connection_ids
          THEN 'same'
        WHEN target.is_last_admin AND (next_role <> 'admin' OR next_connections IS NOT NULL)
          THEN 'last_admin'
        ELSE 'changed'
      END AS result
    FROM target
  ),
  changed AS (
    UPDATE users SET
      role = coalesce(next_role, users.role),
      connection_ids =
        CASE WHEN next_role IS NULL THEN next_connections ELSE users.connection_ids END
    FROM judged
    WHERE users.id = judged.id AND judged.result = 'changed'
    RETURNING users.id, judged.role AS previous_role, judged.connection_ids AS previous_connections
  ),
  entry AS (
    INSERT INTO audit_entries (
      stream_id, action, actor_id, actor_name, actor_role, request_id, reason, address, detail
    )
    SELECT
      changed.id,
      CASE WHEN next_role IS NULL THEN 'person.connections_changed' ELSE 'person.role_changed' END,
      acting.id, acting.name, acting.role, request.request_id, request.reason, request.address,
      CASE
        WHEN next_role IS NOT NULL
          THEN jsonb_build_object('from', changed.previous_role, 'to', next_role)
        ELSE jsonb_build_object(
          'from', coalesce(to_jsonb(changed.previous_connections), '"all"'),
          'to', coalesce(to_jsonb(next_connections), '"all"')
        )
      END
    FROM changed CROSS JOIN acting
  )
  SELECT judged.result, judged.email FROM judged;
END
$$;

CREATE FUNCTION change_person_role(
  request person_request, target_id uuid, target_email text, next_role text
) RETURNS TABLE (result text, email text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF next_role IS NULL THEN
    RAISE EXCEPTION 'a person has a role' USING ERRCODE = 'not_null_violation';
  END IF;
  RETURN QUERY SELECT * FROM change_person_rights(request, target_id, target_email, next_role, NULL);
END
$$;

CREATE FUNCTION change_person_scope(
  request person_request, target_id uuid, target_email text, next_connections uuid[]
) RETURNS TABLE (result text, email text)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT * FROM change_person_rights(request, target_id, target_email, NULL, next_connections)
$$;

-- Sets a setting; what is sealed stays out of the entry. Returns 'changed', 'same' when that is set already, or 'actor_changed' when who asks
-- is no admin of all connections: what is set holds for all of them.
CREATE FUNCTION write_organization_setting(
  request person_request, setting_key text, next_value jsonb, default_value jsonb
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  result text;
BEGIN
  PERFORM refuse_pretended_operator(request);
  WITH asking AS MATERIALIZED (
    SELECT id, name, role FROM users
    WHERE request.kind = 'person' AND id = request.user_id AND disabled_at IS NULL
      AND role = request.role AND role = 'admin'
      AND connection_ids IS NULL AND request.connection_ids IS NULL
    FOR SHARE
  ),
  acting AS MATERIALIZED (
    SELECT id, name, role FROM asking
    UNION ALL SELECT NULL, 'Command line', 'operator' WHERE request.kind = 'operator'
  ),
  written AS (
    INSERT INTO organization_settings AS setting (key, value)
    SELECT setting_key, next_value FROM acting
    WHERE next_value <> coalesce(
      (SELECT value FROM organization_settings WHERE key = setting_key), default_value
    )
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_at = now()
    WHERE setting.value <> excluded.value
    RETURNING value
  ),
  entry AS (
    INSERT INTO audit_entries (
      stream_id, action, actor_id, actor_name, actor_role, request_id, reason, address, detail
    )
    SELECT
      '00000000-0000-4000-8000-0000000005e7', 'organization.setting_changed', acting.id,
      acting.name, acting.role, request.request_id, request.reason, request.address,
      jsonb_build_object('setting', setting_key, 'value', CASE jsonb_typeof(written.value)
        WHEN 'object' THEN written.value - 'sealedSecret' ELSE written.value
      END)
    FROM written CROSS JOIN acting
  )
  SELECT CASE
    WHEN NOT EXISTS (SELECT FROM acting) THEN 'actor_changed'
    WHEN NOT EXISTS (SELECT FROM written) THEN 'same'
    ELSE 'changed'
  END INTO result;
  RETURN result;
END
$$;


-- Which role may call them is written in app-role.sql.
REVOKE EXECUTE ON FUNCTION
  insert_person, change_person_rights, change_person_role, change_person_scope,
  write_organization_setting
FROM PUBLIC;
