import type { ProviderResponse } from '../calls/response'
import { parameterErrorResponse, resultResponse } from './responses'
import type { OppwaCall } from './call'
import type { Channel } from './channels'
import { CODE } from './codes/codes'
import type { Oppwa } from './oppwa'

/** Finds the channel of a call: first the token, then the entity (fact sheet §3, §15). */
export function authenticate(
  oppwa: Oppwa,
  call: OppwaCall,
  entityId: string | null,
): { readonly channel: Channel } | { readonly refusal: ProviderResponse } {
  const { state } = oppwa
  const nowMs = oppwa.now()
  const token = /^Bearer (.+)$/.exec(call.request.headers.authorization ?? '')?.[1]
  const own = [...state.channels.values()].filter((channel) => channel.token === token)
  if (own.length === 0 || call.directives.tokenExpired) {
    return { refusal: resultResponse(state.settings.rejectedTokenStatus, CODE.badToken, nowMs) }
  }
  if (entityId === null || entityId === '') {
    const error = { name: 'entityId', value: null, message: 'may not be empty' }
    return { refusal: parameterErrorResponse([error], nowMs) }
  }
  const channel = own.find((one) => one.entityId === entityId)
  if (channel) return { channel }
  return { refusal: resultResponse(state.settings.rejectedTokenStatus, CODE.unknownChannel, nowMs) }
}
