import type { ProviderResponse } from '../calls/response'
import { parameterErrorResponse, resultResponse } from './responses'
import type { OppwaCall } from './call'
import type { Channel } from './channels'
import { CODE } from './codes/codes'
import type { Oppwa } from './oppwa'

/**
 * Finds the channel of a call: first the token, then the entity (fact sheet §3, §15). Older clients
 * name the entity, and the two parts of the token, as `authentication.*`.
 */
export function authenticate(
  oppwa: Oppwa,
  call: OppwaCall,
  parameters: URLSearchParams,
): { readonly channel: Channel } | { readonly refusal: ProviderResponse } {
  const { state } = oppwa
  const nowMs = oppwa.now()
  const token = bearerToken(call.request.headers.authorization) ?? olderToken(parameters)
  const own = [...state.channels.values()].filter((channel) => channel.token === token)
  if (own.length === 0 || call.directives.tokenExpired) {
    return { refusal: resultResponse(state.settings.rejectedTokenStatus, CODE.badToken, nowMs) }
  }
  const entityId = parameters.get('entityId') || parameters.get('authentication.entityId')
  if (!entityId) {
    const error = { name: 'entityId', value: null, message: 'may not be empty' }
    return { refusal: parameterErrorResponse([error], nowMs) }
  }
  const channel = own.find((one) => one.entityId === entityId)
  if (channel) return { channel }
  return { refusal: resultResponse(state.settings.rejectedTokenStatus, CODE.unknownChannel, nowMs) }
}

function bearerToken(header = ''): string | undefined {
  return /^Bearer (.+)$/.exec(header)?.[1]
}

/** The token is the base64 text of the user's id and password. */
function olderToken(parameters: URLSearchParams): string {
  const user = parameters.get('authentication.userId') ?? ''
  const password = parameters.get('authentication.password') ?? ''
  return Buffer.from(`${user}|${password}`).toString('base64')
}
