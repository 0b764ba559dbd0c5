import { ROLES, type Role } from './permission'
import { LISTED_STATES, type ListedState } from './person'

/** Where the list of people is. */
export const PEOPLE_PATH = '/settings/people'

/** The search, the filters and the page in the address of the list of people; null is no filter. */
export interface PeopleQuery {
  readonly search: string | null
  readonly role: Role | null
  readonly state: ListedState | null
  /** From 1. */
  readonly page: number
}

type Params = Readonly<Record<string, string | string[] | undefined>>

/** Reads the list's address. What does not exist is no filter, and no page is the first one. */
export function readPeopleQuery(params: Params, longestSearch: number): PeopleQuery {
  const written = (name: string) => [params[name] ?? []].flat()[0] ?? ''
  const search = written('q').trim().slice(0, longestSearch)
  const role = written('role')
  const state = written('state')
  const page = written('page')
  return {
    search: search === '' ? null : search,
    role: ROLES.find((known) => known === role) ?? null,
    state: LISTED_STATES.find((known) => known === state) ?? null,
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  }
}

/** True when the list does not show everyone. */
export function isPeopleListNarrowed({ search, role, state }: PeopleQuery): boolean {
  return search !== null || role !== null || state !== null
}

/** The address of another page of the same list. */
export function peoplePageHref({ search, role, state }: PeopleQuery, page: number): string {
  const written = new URLSearchParams()
  if (search !== null) written.set('q', search)
  if (role !== null) written.set('role', role)
  if (state !== null) written.set('state', state)
  if (page > 1) written.set('page', String(page))
  return written.size === 0 ? PEOPLE_PATH : `${PEOPLE_PATH}?${written}`
}
