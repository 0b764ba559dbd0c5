import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@/db/client'
import { hasEnabledPerson } from '@/db/queries/access/list-people'
import { LIMITS } from '@/lib/config/limits'

/** Databases that are known to have a person who can sign in: they are not queried again. */
const peopled = new WeakSet<Database>()

/**
 * True when no person can sign in yet, so that the sign-in page says how to add one. Costs one
 * small query until there is a person, and nothing from then on. False when the database does not
 * respond within `LIMITS.access.firstPersonMs`.
 */
export async function needsFirstPerson(database: Database): Promise<boolean> {
  if (peopled.has(database)) return false
  const hasPerson = await Promise.race([
    hasEnabledPerson(database).catch(() => null),
    sleep(LIMITS.access.firstPersonMs, null, { ref: false }),
  ])
  if (hasPerson === true) peopled.add(database)
  return hasPerson === false
}
