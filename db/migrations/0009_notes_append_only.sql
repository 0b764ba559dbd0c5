-- What people wrote stays as they wrote it: a note is neither changed nor removed.
CREATE FUNCTION notes_refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'notes are append-only: % on % refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
CREATE TRIGGER notes_append_only BEFORE UPDATE OR DELETE ON notes
FOR EACH ROW EXECUTE FUNCTION notes_refuse_change();
--> statement-breakpoint
CREATE TRIGGER notes_no_truncate BEFORE TRUNCATE ON notes
FOR EACH STATEMENT EXECUTE FUNCTION notes_refuse_change();
