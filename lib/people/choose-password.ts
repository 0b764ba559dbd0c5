import type { Database } from '@/db/client'
import { areLocalPasswordsOn } from '@/db/queries/access/local-way-in'
import { consumeLink, findLink, type LinkUser } from '@/db/queries/access/person-links'
import { hashPassword } from '@/lib/access/passwords'
import { hashToken } from '@/lib/access/secret-token'
import { LIMITS } from '@/lib/config/limits'
import type { LinkView } from '@/lib/domain/access/person'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import { findPasswordProblem } from './person-rules'

/** What the link with this token is good for, for the page that it leads to. */
export async function readLink(database: Database, token: string): Promise<LinkView> {
  if (token.length > LIMITS.access.linkTokenLength) return { state: 'unusable' }
  const link = await findLink(database, hashToken(token))
  if (link.state === 'usable' || (await areLocalPasswordsOn(database))) return link
  return { state: 'local_ways_off' }
}

export interface ChosenPassword {
  readonly token: string
  readonly password: string
  readonly requestId: string
  /** The network address of the request; null where it is not known. */
  readonly address: string | null
}

/**
 * Sets the password of the person whom a one-time link is for, which uses the link up and ends the
 * person's sessions. Fails with `link_unusable`, `local_ways_off`, or with what is wrong about the password; then the
 * link can still be used.
 */
export async function choosePassword(
  database: Database,
  chosen: ChosenPassword,
): Promise<Result<LinkUser>> {
  const { token, password, requestId, address } = chosen
  // Hashing a password costs more than anything else here: not for a link that leads nowhere.
  const link = await readLink(database, token)
  if (link.state === 'local_ways_off') return failure('local_ways_off')
  if (link.state !== 'usable') return failure('link_unusable')
  const problem = findPasswordProblem(password, [link.name, link.email])
  if (problem !== null) return failure(problem, { field: 'password' })
  const passwordHash = await hashPassword(password)
  const use = { tokenHash: hashToken(token), passwordHash, requestId, address }
  const user = await consumeLink(database, use)
  return user === null ? failure('link_unusable') : success(user)
}
