import type { MutatedFile } from '../mutant'

const WALLS = ['db/rights-by-owner.integration.test.ts']

/** The guards of the owner's functions, by which alone rights change, and of what stands around them. */
export const OWNER_FUNCTIONS: readonly MutatedFile[] = [
  {
    file: 'db/migrations/0013_rights_by_owner.sql',
    tests: WALLS,
    mutants: [
      {
        effect: 'the application passes for the command line',
        find: "request.kind = 'operator' AND NOT pg_has_role(session_user",
        replace: "request.kind = 'operator' AND NOT pg_has_role(current_user",
      },
      {
        effect: 'the application writes that rights have changed',
        find: 'IF pg_has_role(current_user, (SELECT relowner',
        replace: 'IF true OR pg_has_role(current_user, (SELECT relowner',
      },
      {
        effect: 'heads of the audit trail are kept in a table of the attacker’s',
        find: 'ALTER FUNCTION audit_chain_entry() SET search_path = pg_catalog, public, pg_temp;',
        replace: '',
      },
      {
        effect: 'people are looked up in a table of the attacker’s',
        find: `CREATE FUNCTION change_person_role(
  request person_request, target_id uuid, target_email text, next_role text
) RETURNS TABLE (result text, email text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$`,
        replace: `CREATE FUNCTION change_person_role(
  request person_request, target_id uuid, target_email text, next_role text
) RETURNS TABLE (result text, email text)
LANGUAGE plpgsql SECURITY DEFINER AS $$`,
        unnoticedBecause: 'the function that it calls names the schemas as well',
      },
      {
        effect: 'anyone may call what changes rights without asking who calls',
        find: 'insert_person, change_person_rights, change_person_role',
        replace: 'insert_person, change_person_role',
        unnoticedBecause: 'it runs with the rights of who calls it',
      },
      {
        effect: 'single sign-on gives what is not listed for it',
        find: "      AND value @> jsonb_build_object('groups', jsonb_build_array(listed))\n",
        replace: '',
      },
      {
        effect: 'connections are given by who does not see them',
        find: 'SELECT held IS NULL OR coalesce(given <@ held, false)',
        replace: 'SELECT true',
      },
      {
        effect: 'who sees some connections gives all of them',
        find: 'coalesce(given <@ held, false)',
        replace: 'coalesce(given <@ held, true)',
      },
      {
        effect: 'a disabled admin makes people',
        find: `FROM users
    WHERE request.kind = 'person' AND id = request.user_id AND disabled_at IS NULL
      AND role = request.role AND role = 'admin'
      AND connection_ids IS NOT DISTINCT`,
        replace: `FROM users
    WHERE request.kind = 'person' AND id = request.user_id
      AND role = request.role AND role = 'admin'
      AND connection_ids IS NOT DISTINCT`,
      },
      {
        effect: 'who makes a person sees more than they say',
        find: `      AND connection_ids IS NOT DISTINCT FROM request.connection_ids
    FOR SHARE`,
        replace: '    FOR SHARE',
      },
      {
        effect: 'a disabled admin changes rights',
        find: `FROM locked
    WHERE request.kind = 'person' AND id = request.user_id AND disabled_at IS NULL`,
        replace: `FROM locked
    WHERE request.kind = 'person' AND id = request.user_id`,
      },
      {
        effect: 'a person whose role may not look after people changes rights',
        find: `      AND role = request.role AND role = 'admin'
      AND connection_ids IS NOT DISTINCT FROM request.connection_ids
    UNION ALL`,
        replace: `      AND role = request.role
      AND connection_ids IS NOT DISTINCT FROM request.connection_ids
    UNION ALL`,
      },
      {
        effect: 'rights are changed by who sees fewer connections than they say',
        find: `
      AND connection_ids IS NOT DISTINCT FROM request.connection_ids
    UNION ALL SELECT NULL, 'Command line', 'operator' WHERE request.kind = 'operator'
    UNION ALL SELECT NULL, 'Single sign-on', 'single_sign_on'
    WHERE request.kind = 'single_sign_on' AND single_sign_on_gives(`,
        replace: `
    UNION ALL SELECT NULL, 'Command line', 'operator' WHERE request.kind = 'operator'
    UNION ALL SELECT NULL, 'Single sign-on', 'single_sign_on'
    WHERE request.kind = 'single_sign_on' AND single_sign_on_gives(`,
      },
      {
        effect: 'people change their own rights',
        find: 'WHERE acting.id = target.id)',
        replace: 'WHERE false)',
      },
      {
        effect: 'a person who sees more is changed',
        find: 'AND NOT is_scope_within(target.connection_ids, request.connection_ids)',
        replace: 'AND false',
      },
      {
        effect: 'the last admin is taken away',
        find: "WHEN target.is_last_admin AND (next_role <> 'admin' OR next_connections IS NOT NULL)",
        replace: 'WHEN false',
      },
      {
        effect: 'of two last admins at the same moment none stays',
        find: `    WHERE id IN (target_id, request.user_id) OR email = target_email
      OR (role = 'admin' AND disabled_at IS NULL AND password_hash IS NOT NULL
        AND connection_ids IS NULL)
    ORDER BY id
    FOR NO KEY UPDATE`,
        replace: `    WHERE id IN (target_id, request.user_id) OR email = target_email
      OR (role = 'admin' AND disabled_at IS NULL AND password_hash IS NOT NULL
        AND connection_ids IS NULL)`,
      },
      {
        effect: 'a setting is written by an admin of some connections',
        find: '      AND connection_ids IS NULL AND request.connection_ids IS NULL\n',
        replace: '',
      },
      {
        effect: 'the audit trail does not tell who asked by their stored name',
        find: `      changed.id,
      CASE WHEN next_role IS NULL THEN 'person.connections_changed' ELSE 'person.role_changed' END,
      acting.id, acting.name,`,
        replace: `      changed.id,
      CASE WHEN next_role IS NULL THEN 'person.connections_changed' ELSE 'person.role_changed' END,
      acting.id, 'Anna',`,
      },
      {
        effect: 'an address can be taken out of the audit trail',
        find: "|| CASE WHEN entry.address IS NULL THEN '[]' ELSE jsonb_build_array(entry.address) END",
        replace: "|| '[]'",
      },
    ],
  },
  {
    file: 'db/app-role.sql',
    tests: WALLS,
    mutants: [
      {
        effect: 'the application changes rights past the functions',
        find: 'REVOKE INSERT, UPDATE, DELETE ON users, organization_settings FROM',
        replace: 'REVOKE DELETE ON users, organization_settings FROM',
      },
      {
        effect: 'the application changes roles with the rest of a person',
        find: '  name, password_hash, disabled_at,',
        replace: '  name, role, password_hash, disabled_at,',
      },
      {
        effect: 'the application removes people',
        find: 'REVOKE INSERT, UPDATE, DELETE ON users, organization_settings FROM',
        replace: 'REVOKE INSERT, UPDATE ON users, organization_settings FROM',
      },
    ],
  },
  {
    file: 'db/migrations/0017_business_settings.sql',
    tests: ['lib/business/business-settings.integration.test.ts'],
    mutants: [
      {
        effect: 'a setting is replaced that a colleague has changed since',
        find: 'IS DISTINCT FROM seen_at THEN',
        replace: '= seen_at AND false THEN',
      },
      {
        effect: 'a setting that was never set is taken for one that the person saw',
        find: 'IS DISTINCT FROM seen_at THEN',
        replace: '<> seen_at THEN',
      },
      {
        effect: 'two who save at the same moment both replace what was set',
        find: '  LOCK TABLE organization_settings IN SHARE ROW EXCLUSIVE MODE;\n',
        replace: '',
      },
    ],
  },
  {
    file: 'db/queries/access/organization-settings.ts',
    tests: ['lib/business/business-settings.integration.test.ts'],
    mutants: [
      {
        effect: 'a picture is stored whose setting was not changed',
        find: "from change where result = 'changed'",
        replace: 'from change',
      },
    ],
  },
]
