-- The audit trail: every entry is numbered within its stream, stamped with the database's time and
-- chained to the entry before it. Nobody can write these columns by hand: the trigger overwrites
-- what the statement brought.

-- What is hashed of an entry, as one text that any other program can hash again.
CREATE FUNCTION audit_entry_content(entry audit_entries) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_array(
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
  )::text
$$;
--> statement-breakpoint
CREATE FUNCTION audit_chain_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  head audit_heads;
BEGIN
  INSERT INTO audit_heads (stream_id, sequence, hash)
  VALUES (NEW.stream_id, 1, '')
  ON CONFLICT (stream_id) DO UPDATE SET sequence = audit_heads.sequence + 1
  RETURNING * INTO head;

  NEW.sequence := head.sequence;
  NEW.at := clock_timestamp();
  NEW.previous_hash := head.hash;
  NEW.hash := encode(
    sha256(convert_to(NEW.previous_hash || E'\n' || audit_entry_content(NEW), 'UTF8')), 'hex'
  );

  UPDATE audit_heads SET hash = NEW.hash WHERE stream_id = NEW.stream_id;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER audit_entries_chain BEFORE INSERT ON audit_entries
FOR EACH ROW EXECUTE FUNCTION audit_chain_entry();
--> statement-breakpoint
CREATE FUNCTION audit_refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail is append-only: % on % refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE ON audit_entries
FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_entries_no_truncate BEFORE TRUNCATE ON audit_entries
FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
