-- The rights of the role under which the application runs, when another role owns the tables. `npm run
-- migrate` gives them with DATABASE_OWNER_URL set. Run by hand, as the owner, the name of the role takes
-- the place of paydesk_app.
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM paydesk_app;
GRANT USAGE ON SCHEMA public TO paydesk_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO paydesk_app;
REVOKE UPDATE, DELETE ON audit_entries, notes, connection_accounts, business_logos, kept_rests FROM paydesk_app;
REVOKE INSERT, UPDATE, DELETE ON audit_heads FROM paydesk_app;
REVOKE DELETE ON transactions, operations, attempts, review_decisions FROM paydesk_app;
REVOKE UPDATE, DELETE ON webhook_deliveries FROM paydesk_app;
GRANT UPDATE (due_at, tries, processed_at, result) ON webhook_deliveries TO paydesk_app;
-- The intent stays as it was written; a trigger holds that nothing at all changes once it is settled.
REVOKE UPDATE ON operations, attempts, review_decisions FROM paydesk_app;
GRANT UPDATE (
  state, refusal_code, message, retry, provider_reference, sent_at, settled_at, next_check_at, checks,
  last_checked_at, last_check_found, absent_reads, leased_until
) ON operations TO paydesk_app;
GRANT UPDATE (finished_at, outcome, http_exchange) ON attempts TO paydesk_app;
GRANT UPDATE (verdict, reason, decided_at) ON review_decisions TO paydesk_app;
-- A planned row keeps its operation's id for good, and who planned it: what one intent is rests on it.
REVOKE UPDATE, DELETE ON batches, batch_rows FROM paydesk_app;
GRANT UPDATE (
  state, session_id, is_proved, stop_percent, revision, running_since, started_at, ended_at
) ON batches TO paydesk_app;
GRANT UPDATE (
  wanted, transaction_id, connection_id, verdict, findings, state, choice, amount_minor, currency, lines,
  fingerprint, repeats, planned_key, deadline_at, due_at, waits, lease_until, tries, failure, ended_at
) ON batch_rows TO paydesk_app;
REVOKE UPDATE ON payment_tags FROM paydesk_app;
-- Rules plan under the lock of a tag, which takes the right to update a column of it.
GRANT UPDATE (tagged_at) ON payment_tags TO paydesk_app;
-- A rule stays as an admin made it, and so does what a run was planned for.
REVOKE UPDATE, DELETE ON extension_rules, rule_runs FROM paydesk_app;
GRANT UPDATE (enabled_by, enabled_at, stop_reason, removed_at) ON extension_rules TO paydesk_app;
GRANT UPDATE (next_at, failure, ended_at) ON rule_runs TO paydesk_app;
-- A notice stays what it was; only the send that it went with is added.
REVOKE UPDATE ON notices FROM paydesk_app;
GRANT UPDATE (send_id) ON notices TO paydesk_app;
-- Roles, scopes and settings change by the functions below alone, which write the audit entry.
REVOKE INSERT, UPDATE, DELETE ON users, organization_settings FROM paydesk_app;
GRANT UPDATE (
  name, password_hash, disabled_at, session_epoch, link_epoch, passkey_epoch, language, time_zone, theme
) ON users TO paydesk_app;
GRANT EXECUTE ON FUNCTION
  insert_person, change_person_role, change_person_scope, write_organization_setting,
  change_organization_setting, add_connection
TO paydesk_app;
-- Name and state of a connection change by the functions below alone.
REVOKE UPDATE ON connections FROM paydesk_app;
GRANT UPDATE (
  base_url, is_test, secret_ciphertext, previous_webhook_secret, checked_at, check_problem, check_detail,
  check_source, failing_since, tested_at, updated_at, poll_due_at, poll_owed_since, polled_until, sync_cursor
) ON connections TO paydesk_app;
GRANT EXECUTE ON FUNCTION
  change_connection_secret, rename_connection, set_connection_enabled, remove_connection,
  forget_previous_webhook_secrets
TO paydesk_app;
-- Which migrations the database has had, so that the start refuses one of an older version.
GRANT USAGE ON SCHEMA drizzle TO paydesk_app;
GRANT SELECT ON drizzle.__drizzle_migrations TO paydesk_app;
