import type { ProviderResponse } from '../../calls/response'
import { parameterErrorResponse, resultResponse } from '../responses'
import type { OppwaCall } from '../call'
import type { Channel } from '../channels'
import { CODE } from '../codes/codes'
import type { Oppwa } from '../oppwa'
import { decide } from './decide'
import { makePayment } from './first-payment'
import { store } from './operate'
import { readParameters } from './parameters'

/** A payment by the stored card of a registration, which belongs to a channel (fact sheet §4, §5.5). */
export function registrationPayment(
  oppwa: Oppwa,
  channel: Channel,
  { form, id, directives }: OppwaCall,
): ProviderResponse {
  const { state } = oppwa
  const nowMs = oppwa.now()
  const read = readParameters(form, ['CD', 'DB', 'PA'], state.settings)
  if ('code' in read) return resultResponse(400, read.code, nowMs)
  if ('errors' in read) return parameterErrorResponse(read.errors, nowMs)
  const owner = state.ownerOf(id)
  if (owner?.entityId !== channel.entityId) return resultResponse(400, CODE.noRegistration, nowMs)
  const outcome = decide(oppwa, channel, owner, read.parameters, directives)
  const { brand, card } = owner
  const means = { brand, registrationId: id, ...(card && { card }) }
  const payment = makePayment(channel, read.parameters, outcome.code, nowMs, means)
  return store(oppwa, payment, outcome, directives.lagMs)
}
