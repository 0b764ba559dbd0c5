import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { Database } from '@/db/client'
import { sealSecret } from '@/lib/config/secret-box'

/** The connection whose secret its provider refuses. */
export const FAILING_CONNECTION = 'Outlet'

/**
 * Adds a connection that its provider refuses, one that is disabled and one that was removed, for
 * pictures. The provider knows no such client: what is polled and tested meanwhile shows the same.
 */
export async function addUnwellConnections({
  databaseUrl,
  encryptionKey,
  sandboxUrl,
}: {
  readonly databaseUrl: string
  readonly encryptionKey: string
  readonly sandboxUrl: string
}): Promise<void> {
  const keys = { current: Buffer.from(encryptionKey, 'base64'), previous: null }
  const secret = JSON.stringify({ clientId: 'gone', clientSecret: 'gone' })
  const database = new Database(databaseUrl, 1)
  const add = (name: string, accountId: string, isClosed: boolean, disabledAt: string | null) => {
    const id = randomUUID()
    return database.run((db) =>
      db.execute(sql`
        with added as (
          insert into connections (
            id, provider, name, account_id, base_url, is_test, secret_ciphertext, checked_at,
            check_problem, check_detail, check_source, failing_since, polled_until, disabled_at, closed_at
          )
          select ${id}::uuid, 'dintero', ${name}, ${accountId}, ${`${sandboxUrl}/dintero/v1`}, true,
            ${isClosed ? '' : sealSecret(secret, keys, id)}, now() - interval '2 minutes',
            case when stopped_at is null then 'credentials_refused' end,
            'The provider did not accept our credentials (HTTP 401).', 'list',
            now() - interval '3 hours', now() - interval '3 hours', stopped_at,
            case when ${isClosed} then stopped_at end
          from (select ${disabledAt}::timestamptz as stopped_at) as state
          on conflict (name) do nothing
          returning id
        )
        insert into connection_accounts (provider, account, connection_id)
        select 'dintero', ${accountId}, id from added`),
    )
  }
  try {
    await add(FAILING_CONNECTION, 'T33330001', false, null)
    await add('Pop-up shop', 'T33330002', false, '2026-11-20T09:30:00Z')
    await add('Old shop', 'T33330003', true, '2026-10-02T14:05:00Z')
  } finally {
    await database.close()
  }
}
