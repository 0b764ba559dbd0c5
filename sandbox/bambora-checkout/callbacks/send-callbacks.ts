import { send } from '../../calls/send-message'
import type { Checkout } from '../checkout'
import type { Payment } from '../payment'
import { callbackUrl } from './callback-url'

const TIME_LIMIT_MS = 5000
/** The first one, then hourly for 24 hours. */
const TRIES = 25

/**
 * Reports an authorization to each of the payment's addresses: a GET that must get exactly 200
 * within five seconds, otherwise it is repeated (fact sheet §10). Later operations cause no
 * callback.
 */
export function sendCallbacks(checkout: Checkout, payment: Payment): void {
  if (payment.status !== 'approved') return
  const key = checkout.state.md5Keys.get(payment.merchantNumber) ?? ''
  for (const url of payment.callbackUrls) {
    deliver(checkout, callbackUrl(payment, url, key), TRIES)
  }
}

/** Calls an address once; returns its status, null without a response in time. */
export function callOnce(url: string): Promise<number | null> {
  return send({ url, method: 'GET', headers: {}, timeLimitMs: TIME_LIMIT_MS })
}

function deliver(checkout: Checkout, url: string, triesLeft: number): void {
  void callOnce(url).then((status) => {
    const { callbackRetry, callbackPauseMs } = checkout.state.settings
    if (status === 200 || triesLeft <= 1 || callbackRetry === 'off') return
    checkout.runtime.clock.schedule(callbackPauseMs, () => deliver(checkout, url, triesLeft - 1))
  })
}
