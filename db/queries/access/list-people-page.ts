import { and, asc, eq, inArray, notInArray, sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { users } from '@/db/schema/people'
import { LIMITS } from '@/lib/config/limits'
import type { PeopleQuery } from '@/lib/domain/access/people-query'
import { listedState, type ListedPerson, type ListedState } from '@/lib/domain/access/person'
import { PERSON, sessionsOf } from './list-people'

const { id, email, name, role, scope, state, signsInByProvider, hasApp, sessions, passkeys } =
  PERSON
const LISTED = {
  id,
  email,
  name,
  role,
  scope,
  state,
  signsInByProvider,
  hasApp,
  sessions,
  passkeys,
}

export interface PeoplePage {
  readonly people: readonly ListedPerson[]
  /** How many the query finds on all its pages; 0 on a page behind the last one. */
  readonly total: number
}

/**
 * One page of the people whom the query finds, by name, and those of equal names by e-mail address.
 * @param lockedIds the people whom failed tries hold back now: `locked`, where they were active
 */
export async function listPeoplePage(
  database: Database,
  { search, role, state, page }: PeopleQuery,
  lockedIds: readonly string[],
): Promise<PeoplePage> {
  const { peoplePage: size } = LIMITS.access
  const order = [sql`lower(${users.name})`, asc(users.email)]
  const rows = await database.run((db) => {
    const found = db.$with('found').as(
      db
        .select({ id: users.id, total: sql<number>`(count(*) over ())::int`.as('total') })
        .from(users)
        .where(
          and(
            search === null ? undefined : contains(search),
            role === null ? undefined : eq(users.role, role),
            state === null ? undefined : isInState(state, lockedIds),
          ),
        )
        .orderBy(...order)
        .limit(size)
        .offset((page - 1) * size),
    )
    // What is told of each is read for those of the page alone.
    return db
      .with(found)
      .select({ person: LISTED, total: found.total })
      .from(found)
      .innerJoin(users, eq(users.id, found.id))
      .orderBy(...order)
  })
  const people = rows.map(({ person: { sessions, ...person } }) =>
    Object.assign(person, sessionsOf(sessions), { state: listedState(person, lockedIds) }),
  )
  return { people, total: rows[0]?.total ?? 0 }
}

/** The condition that the name or the e-mail address holds this text, in any case, taken as it is. */
function contains(search: string): SQL {
  const wanted = sql`search_key(${search})`
  return sql`(
    strpos(search_key(${users.name}), ${wanted}) > 0 or strpos(${users.email}, ${wanted}) > 0
  )`
}

function isInState(state: ListedState, lockedIds: readonly string[]): SQL | undefined {
  const isStored = (stored: ListedState) => sql`${PERSON.state} = ${stored}`
  if (state === 'locked') return and(isStored('active'), inArray(users.id, [...lockedIds]))
  if (state === 'active') return and(isStored('active'), notInArray(users.id, [...lockedIds]))
  return isStored(state)
}
