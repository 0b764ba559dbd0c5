import type { IncomingHttpHeaders } from 'node:http'
import { z } from 'zod'
import type { ProviderResponse, Directives } from '../../calls/response'
import type { ApiClient } from '../accounts'
import type { Dintero } from '../dintero'
import { errorResponse, forbidden } from '../errors'
import { readToken } from '../../calls/token'

/** The caller: a client with a valid token. */
export type Caller = ApiClient

/**
 * The claims of a token: the client, its account and the expiry in milliseconds since the epoch.
 */
const claimsSchema = z.object({ sub: z.string(), aid: z.string(), exp: z.number() })

const READ = ['read:checkout', 'admin:checkout']
const WRITE = ['write:checkout', 'admin:checkout']

/**
 * Checks the bearer token and its scope (fact sheet §2.4). Returns the client, or the refusal: 401
 * (or the status of the setting) for the token, 403 for the scope.
 */
export function authenticate(
  dintero: Dintero,
  headers: IncomingHttpHeaders,
  access: 'read' | 'write',
  directives: Directives,
): { caller: Caller } | { refusal: ProviderResponse } {
  const { settings, clients } = dintero.state
  const [scheme, token] = (headers.authorization ?? '').split(' ')
  const claimed =
    scheme === 'Bearer' && token ? readToken(token, dintero.runtime.ledger.header.secret) : null
  const claims = claimsSchema.safeParse(claimed).data
  const caller = claims && clients.get(claims.sub)
  const valid = claims && caller?.accountId === claims.aid && dintero.now() < claims.exp
  if (!valid || directives.tokenExpired) {
    return { refusal: errorResponse(settings.rejectedTokenStatus, 'Unauthorized') }
  }
  const wanted = access === 'read' ? READ : WRITE
  if (!caller.scopes.some((scope) => wanted.includes(scope))) return { refusal: forbidden }
  return { caller }
}
