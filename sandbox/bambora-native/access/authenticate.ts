import type { IncomingHttpHeaders } from 'node:http'
import { z } from 'zod'
import type { ProviderResponse, Directives } from '../../calls/response'
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
 * The refusal of a call, or null: 401 for the token, 403 for a missing scope or another merchant
 * (fact sheet §8).
 */
export function refusalOfAccess(
  native: Native,
  headers: IncomingHttpHeaders,
  wanted: { readonly merchantId: string; readonly scope: Scope },
  directives: Directives,
): ProviderResponse | null {
  const [scheme, token] = (headers.authorization ?? '').split(' ')
  const claimed =
    scheme === 'Bearer' && token ? readToken(token, native.runtime.ledger.header.secret) : null
  const claims = claimsSchema.safeParse(claimed).data
  const client = claims && native.state.clients.get(claims.sub)
  if (!client || native.now() >= claims.exp || directives.tokenExpired) {
    return plainProblem(401, 'The token is missing, unknown or expired.')
  }
  const mayUse = client.merchantId === wanted.merchantId && claims.scopes.includes(wanted.scope)
  return mayUse ? null : plainProblem(403)
}
