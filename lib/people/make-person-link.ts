import type { Database } from '@/db/client'
import { replaceLink } from '@/db/queries/access/person-links'
import type { PersonRequest } from '@/lib/domain/access/actor'
import { makeLink, type LinkToPerson } from './link-token'
import { findChangeable } from './may-change'
import { refuse, type PersonResult } from './person-rules'

/**
 * Makes a one-time link by which a person chooses a password, in place of any earlier link: for an
 * invitation that was lost, or a forgotten password. The password of now works until the link is
 * used.
 */
export async function makePersonLink(
  database: Database,
  personId: string,
  request: PersonRequest,
): Promise<PersonResult<LinkToPerson>> {
  const found = await findChangeable(database, { id: personId }, request)
  if (!found.ok) return found
  if (found.value.signsInByProvider) return refuse('signs_in_by_provider')
  if (!found.value.maySignInLocally) return refuse('local_ways_off')
  const { token, link } = makeLink()
  switch (await replaceLink(database, personId, link, request)) {
    case 'unknown':
      return refuse('unknown_person')
    case 'actor_changed':
      return refuse('actor_changed')
    case 'disabled':
      return refuse('person_disabled')
    case 'replaced': {
      const { id, name, email, language, hasPassword } = found.value
      return { ok: true, value: { id, name, email, language, isInvitation: !hasPassword, token } }
    }
  }
}
