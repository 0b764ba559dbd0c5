import { sql } from 'drizzle-orm'
import { Database } from '@/db/client'
import { world } from './journey'

/** Gives a person two passkeys of devices that there are not, for pictures. */
export async function showPasskeys(email: string): Promise<void> {
  const database = new Database(world().databaseUrl, 1)
  try {
    await database.run((db) =>
      db.execute(sql`
        insert into passkeys (
          id, user_id, epoch, credential_id, public_key, sign_count, transports, is_syncable,
          is_backed_up, aaguid, name, created_at, last_used_at
        )
        select
          gen_random_uuid(), users.id, passkey_epoch, users.id || shown.name, '', 0, '[]', true, true,
          '00000000-0000-0000-0000-000000000000', shown.name, now() - interval '40 days', shown.used
        from users cross join (values
          ('Work laptop', now() - interval '2 hours'), ('Security key', null)
        ) as shown (name, used)
        where email = ${email}
        on conflict (credential_id) do nothing`),
    )
  } finally {
    await database.close()
  }
}
