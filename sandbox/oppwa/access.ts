import type { Answer } from '../calls/answer'
import { parameterAnswer, resultAnswer } from './answers'
import type { OppwaCall } from './call'
import type { Channel } from './channels'
import { CODE } from './codes/codes'
import type { Oppwa } from './oppwa'

/** Finds the channel of a call: first the token, then the entity (fact sheet §3, §15). */
export function authenticate(
  oppwa: Oppwa,
  call: OppwaCall,
  entityId: string | null,
): { readonly channel: Channel } | { readonly refusal: Answer } {
  const { book } = oppwa
  const nowMs = oppwa.now()
  const token = /^Bearer (.+)$/.exec(call.request.headers.authorization ?? '')?.[1]
  const own = [...book.channels.values()].filter((channel) => channel.token === token)
  if (own.length === 0 || call.directives.tokenExpired) {
    return { refusal: resultAnswer(book.switches.rejectedTokenStatus, CODE.badToken, nowMs) }
  }
  if (entityId === null || entityId === '') {
    const error = { name: 'entityId', value: null, message: 'may not be empty' }
    return { refusal: parameterAnswer([error], nowMs) }
  }
  const channel = own.find((one) => one.entityId === entityId)
  if (channel) return { channel }
  return { refusal: resultAnswer(book.switches.rejectedTokenStatus, CODE.unknownChannel, nowMs) }
}
