import { asc } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { users } from '@/db/schema/people'
import { LIMITS } from '@/lib/config/limits'

/** Everyone whose acts the trail can be asked for, by name; of a crowd the first of the alphabet. */
export function listTrailPeople(
  database: Database,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return database.run((db) =>
    db
      .select({ id: users.id, name: users.name })
      .from(users)
      .orderBy(asc(users.name), asc(users.id))
      .limit(LIMITS.trail.people),
  )
}
