import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'

/**
 * True when the person with this e-mail address, in the form of `parseEmail`, has signed in with the
 * device of this token hash, and all of the person's sessions were not ended since.
 */
export async function isKnownDevice(
  database: Database,
  email: string,
  tokenHash: string,
): Promise<boolean> {
  const [row] = await database.run((db) =>
    db.execute(sql`
      select 1 from known_devices as device join users as person on person.id = device.user_id
      where person.email = ${email} and device.token_hash = ${tokenHash}
        and device.epoch = person.session_epoch and device.expires_at > now()`),
  )
  return row !== undefined
}

interface SignedInDevice {
  /** The live session that was opened with it. */
  readonly sessionId: string
  /** SHA-256 of the token in its cookie, in hex. */
  readonly tokenHash: string
  readonly knownForS: number
  /** Devices that are kept of a person, those of the newest sign-ins. */
  readonly most: number
}

/** Makes the device of a session known to its person, and forgets those beyond `most`. */
export async function insertKnownDevice(
  database: Database,
  { sessionId, tokenHash, knownForS, most }: SignedInDevice,
): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      with person as (
        select users.id, users.session_epoch
        from sessions join users on users.id = sessions.user_id
        where sessions.id = ${sessionId}::uuid and sessions.epoch = users.session_epoch
          and sessions.revoked_at is null
      ),
      known as (
        insert into known_devices (user_id, token_hash, epoch, expires_at)
        select id, ${tokenHash}, session_epoch, now() + make_interval(secs => ${knownForS})
        from person
        on conflict (user_id, token_hash) do update
          set epoch = excluded.epoch, signed_in_at = now(), expires_at = excluded.expires_at
      )
      delete from known_devices
      where (user_id, token_hash) in (
        select device.user_id, device.token_hash
        from known_devices as device join person on person.id = device.user_id
        where device.token_hash <> ${tokenHash}
        order by device.epoch = person.session_epoch desc, device.signed_in_at desc
        offset ${most - 1}
        for update of device skip locked
      )`),
  )
}

/**
 * The CTE by which a person's devices stay known when who asks ends all other sessions of their own;
 * expects the person as `changed`, with `id` and the `session_epoch` that was just raised by one.
 */
export const DEVICES_STAY_KNOWN = sql`
  devices as (
    update known_devices set epoch = changed.session_epoch
    from changed
    where known_devices.user_id = changed.id and known_devices.epoch = changed.session_epoch - 1
  )`
