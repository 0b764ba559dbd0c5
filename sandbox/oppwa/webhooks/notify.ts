import { send, type Message } from '../../calls/send-message'
import { viewOf } from '../responses'
import type { Oppwa } from '../oppwa'
import type { Payment } from '../payment'
import { encryptedMessage } from './encrypt'
import type { Subscription } from '../changes'

const DAY_MINUTES = 24 * 60
const DAILY_TRIES = 30
/** Minutes after which an undelivered notice is sent again, then daily for a month (fact sheet §11). */
const RETRY_MINUTES = [1, 2, 4, 8, 15, 30, 60]

/** Sends webhooks about every payment and every new result from now on. */
export function notifyOfPayments(oppwa: Oppwa): void {
  oppwa.onPayment((payment) => {
    for (const subscription of oppwa.state.subscriptions.values()) {
      if (!subscription.active || subscription.entityId !== payment.entityId) continue
      deliver(oppwa, encryptedMessage(subscription, noticeOf(payment)), 0)
    }
  })
}

/** The plain text of a notice: the same object as in a response. */
export function noticeOf(payment: Payment): object {
  return { type: 'PAYMENT', payload: viewOf(payment, { referencedId: true }) }
}

/** Sends the portal's test request, without which a webhook stays inactive. */
export async function testSubscription(subscription: Subscription): Promise<boolean> {
  return isTaken(await send(encryptedMessage(subscription, { type: 'test', payload: {} })))
}

function deliver(oppwa: Oppwa, message: Message, tries: number): void {
  void send(message).then((status) => {
    const minutes = retryMinutes(tries)
    if (isTaken(status) || minutes === null) return
    oppwa.runtime.clock.schedule(minutes * oppwa.state.settings.webhookMinuteMs, () =>
      deliver(oppwa, message, tries + 1),
    )
  })
}

function retryMinutes(tries: number): number | null {
  const early = RETRY_MINUTES[tries]
  if (early !== undefined) return early
  return tries < RETRY_MINUTES.length + DAILY_TRIES ? DAY_MINUTES : null
}

function isTaken(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300
}
