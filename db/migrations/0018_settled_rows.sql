-- What is settled stays: operations, their sends, and what people decided about them. The emergency
-- admin stays one. And a restore cannot rewrite the audit trail.


-- Settled operations

CREATE FUNCTION settled_refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'what is settled stays: % on % refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END
$$;

-- Of open operations nothing is asked but this condition.
CREATE TRIGGER operations_settled BEFORE UPDATE OR DELETE ON operations
FOR EACH ROW WHEN (OLD.settled_at IS NOT NULL) EXECUTE FUNCTION settled_refuse_change();

CREATE TRIGGER attempts_ended BEFORE UPDATE OR DELETE ON attempts
FOR EACH ROW WHEN (OLD.finished_at IS NOT NULL) EXECUTE FUNCTION settled_refuse_change();

-- The decision that settles is written by the same statement as the operation.
CREATE FUNCTION review_decision_refuse_late() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM operations
    WHERE id = coalesce(OLD.operation_id, NEW.operation_id)
      AND settled_at <> transaction_timestamp()
  ) THEN
    RAISE EXCEPTION 'the operation is settled: % on % refused', TG_OP, TG_TABLE_NAME
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;

CREATE TRIGGER review_decisions_settled BEFORE INSERT OR UPDATE OR DELETE ON review_decisions
FOR EACH ROW EXECUTE FUNCTION review_decision_refuse_late();


-- The emergency admin

-- Asked when the row is changed, after all waits for it: who was named meanwhile is known here.
CREATE FUNCTION users_keep_emergency_admin() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM organization_settings
    WHERE key = 'single_sign_on'
      AND value -> 'localPasswords' = 'false'
      AND value ->> 'emergencyAdminId' = OLD.id::text
  ) THEN
    RAISE EXCEPTION 'the emergency admin stays an admin who can sign in' USING ERRCODE = 'PD010';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER users_emergency_admin BEFORE UPDATE ON users
FOR EACH ROW WHEN (
  (NEW.role <> 'admin' AND OLD.role = 'admin')
  OR (NEW.connection_ids IS NOT NULL AND OLD.connection_ids IS NULL)
  OR (NEW.disabled_at IS NOT NULL AND OLD.disabled_at IS NULL)
  OR (NEW.password_hash IS NULL AND OLD.password_hash IS NOT NULL)
) EXECUTE FUNCTION users_keep_emergency_admin();


-- The audit trail

-- Only a restore of the data alone brings hashes. The trigger that chains would number, date and hash
-- each entry anew; this one comes before it, by its name.
CREATE FUNCTION audit_refuse_restored() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'restoring the data alone would rewrite the audit trail: restore the whole dump into an empty database'
    USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER audit_entries_brought BEFORE INSERT ON audit_entries
FOR EACH ROW WHEN (NEW.hash IS NOT NULL) EXECUTE FUNCTION audit_refuse_restored();
