import type { Database } from '@/db/client'
import { listPersonKeys } from '@/db/queries/access/list-people'
import { listBlockedKeys } from '@/db/queries/access/sign-in-throttles'
import { keysOfPerson } from '@/lib/access/throttle-keys'
import { env } from '@/lib/config/env'

/**
 * The ids of the people whom failed tries hold back now, and whom `unlockPerson` would let try again.
 * The counts hold hashes alone: people are gone through only while one of them holds tries back.
 */
export async function findLockedPeople(database: Database): Promise<readonly string[]> {
  const blocked = new Set(await listBlockedKeys(database))
  if (blocked.size === 0) return []
  const secret = env().NEXTAUTH_SECRET
  const people = await listPersonKeys(database)
  return people
    .filter((person) => keysOfPerson(person, secret).some((key) => blocked.has(key)))
    .map(({ id }) => id)
}
