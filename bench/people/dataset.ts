import postgres from 'postgres'

const SESSIONS_EACH = 6
const ISSUER = 'https://identity.example'

/**
 * Adds people to the demo's: each with sessions, most of single sign-on with `groups` groups, the others
 * with an app, a passkey or a link, and each with some of as many connections to see, or with all.
 */
export async function addPeople(ownerUrl: string, people: number, groups: number): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined })
  try {
    await sql`
      insert into connections (
        id, provider, name, account_id, base_url, is_test, secret_ciphertext, poll_due_at
      )
      select
        gen_random_uuid(), 'dintero', 'Shop ' || number, 'B' || number, 'http://127.0.0.1:1', true,
        'x', now() + interval '1 day'
      from generate_series(1, ${groups}::int) as number`
    await sql`
      insert into organization_settings (key, value)
      select 'single_sign_on', jsonb_build_object(
        'issuer', ${ISSUER}::text, 'clientId', 'paydesk', 'sealedSecret', 'x', 'name', 'Identity',
        'scopes', 'openid email', 'groupsClaim', 'groups', 'trustsEmail', true,
        'trustsSecondFactor', true, 'localPasswords', true, 'emergencyAdminId', null,
        'groups', jsonb_agg(jsonb_build_object(
          'group', 'paydesk-' || name, 'role', 'support', 'scope', jsonb_build_array(id)
        ))
      ) from connections where name like 'Shop %'`
    await sql`
      insert into users (id, email, name, role, password_hash, connection_ids)
      select
        gen_random_uuid(), 'bench-' || number || '@paydesk.example', 'Person number ' || number,
        (array['viewer', 'staff', 'support'])[1 + number % 3],
        case when number % 4 = 0 then 'none' end,
        case when number % 10 > 0 then (
          select array_agg(id order by id) from connections
          where name in ('Shop ' || (1 + number % ${groups}), 'Shop ' || (1 + number / 2 % ${groups}))
        ) end
      from generate_series(1, ${people}::int) as number`
    await sql`
      insert into person_identities (user_id, issuer, subject)
      select id, ${ISSUER}, id::text from users where email like 'bench-%' and password_hash is null`
    await sql`
      insert into sessions (id, user_id, created_at, expires_at, last_used_at)
      select
        gen_random_uuid(), id, now() - number * interval '1 day',
        now() + interval '12 hours' - number * interval '1 day', now() - number * interval '1 day'
      from users cross join generate_series(0, ${SESSIONS_EACH - 1}::int) as number
      where email like 'bench-%'`
    await sql`
      insert into app_factors (user_id, sealed_secret, confirmed_at, last_step)
      select id, 'x', now(), 1 from users where email like 'bench-%' and password_hash is not null`
    await sql`
      insert into passkeys (
        id, user_id, epoch, credential_id, public_key, sign_count, transports, is_syncable,
        is_backed_up, aaguid, name
      )
      select gen_random_uuid(), id, 0, id, 'x', 0, '[]', true, true, gen_random_uuid(), 'Phone'
      from users where email like 'bench-%' and email like '%5@%'`
    await sql`
      insert into person_links (id, user_id, token_hash, epoch, expires_at)
      select gen_random_uuid(), id, id, 0, now() + interval '1 day'
      from users where email like 'bench-%' and email like '%7@%'`
    await sql`analyze`
  } finally {
    await sql.end({ timeout: 5 })
  }
}
