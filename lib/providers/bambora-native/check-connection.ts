import type { ConnectionCheck } from '../port'
import { readFailure, wrongAccount } from '../shared/results'
import { readPayment } from './payment/read-payment'
import type { NativeSession } from './session'

/** No payment has this reference; asking for it shows what the credentials are worth. */
const PROBE_REFERENCE = 'paydesk-connection-check'

/** A hint about keys (§4), as the API itself does not tell test from production. */
const KEYS_HINT = 'Keys belong to one merchant, and those of test and production are not the same.'

/** Asks for a payment that isn't there: that it is not found proves the account and its credentials. */
export async function checkConnection(
  session: NativeSession,
  nowMs: () => number,
): Promise<ConnectionCheck> {
  const read = await readPayment(session, PROBE_REFERENCE, nowMs)
  if (read.ok || read.code === 'payment_not_found') return { ok: true }
  if (read.problem === 'not_found') {
    return wrongAccount(
      'There is no Native payments API at this base URL; it usually ends with /v1.',
      'no_api',
    )
  }
  if (read.cause !== undefined) return read
  const hint = read.problem === 'unauthorized' ? ` ${KEYS_HINT}` : ''
  return readFailure(read.problem, read.message + hint)
}
