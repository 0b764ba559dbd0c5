import type { IncomingHttpHeaders } from 'node:http'
import { z } from 'zod'
import type { Answer, Directives } from '../../calls/answer'
import { readToken } from '../../calls/token'
import { SCOPES, type Scope } from '../accounts'
import { plainProblem } from '../errors'
import type { Native } from '../native'

const claimsSchema = z.object({
  sub: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  exp: z.number(),
})

/**
 * The answer that turns a call down, or null: 401 for the token, 403 for a missing scope or
 * another merchant (fact sheet §8).
 */
export function refusalOfAccess(
  native: Native,
  headers: IncomingHttpHeaders,
  wanted: { readonly merchantId: string; readonly scope: Scope },
  directives: Directives,
): Answer | null {
  const [scheme, token] = (headers.authorization ?? '').split(' ')
  const said =
    scheme === 'Bearer' && token ? readToken(token, native.runtime.ledger.header.secret) : null
  const claims = claimsSchema.safeParse(said).data
  const client = claims && native.book.clients.get(claims.sub)
  if (!client || native.now() >= claims.exp || directives.tokenExpired) {
    return plainProblem(401, 'The token is missing, unknown or expired.')
  }
  const mayUse = client.merchantId === wanted.merchantId && claims.scopes.includes(wanted.scope)
  return mayUse ? null : plainProblem(403)
}
