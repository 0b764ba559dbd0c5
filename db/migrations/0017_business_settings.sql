-- What a business sets in the browser: its logo, and changes that were made by what a person saw.


-- Pictures by the hash of their bytes; none is deleted, since the audit trail names them.
CREATE TABLE business_logos (
  hash text PRIMARY KEY NOT NULL,
  content_type text NOT NULL,
  bytes bytea NOT NULL,
  CONSTRAINT business_logos_hash CHECK (hash = encode(sha256(bytes), 'hex')),
  CONSTRAINT business_logos_size CHECK (octet_length(bytes) <= 262144),
  CONSTRAINT business_logos_type CHECK (content_type IN ('image/png', 'image/jpeg', 'image/webp'))
);


-- Sets a setting as `write_organization_setting` does, if it was last changed at `seen_at` (null: never);
-- else 'overtaken', and nothing is written. Of two such changes at once the second waits and sees the first.
CREATE FUNCTION change_organization_setting(
  request person_request, setting_key text, next_value jsonb, default_value jsonb, seen_at timestamptz
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  -- A setting that was never set has no row to lock.
  LOCK TABLE organization_settings IN SHARE ROW EXCLUSIVE MODE;
  IF (SELECT changed_at FROM organization_settings WHERE key = setting_key)
    IS DISTINCT FROM seen_at THEN
    RETURN 'overtaken';
  END IF;
  RETURN write_organization_setting(request, setting_key, next_value, default_value);
END
$$;

-- Which role may call it is written in app-role.sql.
REVOKE EXECUTE ON FUNCTION change_organization_setting FROM PUBLIC;
