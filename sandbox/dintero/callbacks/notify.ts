import type { Dintero } from '../dintero'
import type { EventName } from '../transaction'
import { callbackMessage, webhookMessage } from './messages'
import { send, type Message } from '../../calls/send-message'

const CALLBACK_TRIES = 20
const WEBHOOK_TRIES = 5
const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 60_000
const MONEY_EVENTS: readonly EventName[] = ['CAPTURE', 'REFUND', 'VOID']

/** Sends webhooks and callbacks about changed transactions from now on (fact sheet §13). */
export function notifyOfUpdates(dintero: Dintero): void {
  dintero.onUpdate((entry, events) => {
    const { transaction } = entry
    for (const subscription of dintero.state.subscriptions.values()) {
      const isSubscribed =
        subscription.accountId === transaction.account_id &&
        subscription.events.includes('checkout_transaction')
      if (isSubscribed) {
        deliver(dintero, webhookMessage(transaction, subscription), WEBHOOK_TRIES, isTaken)
      }
    }
    const secret = dintero.state.signatureSecrets.get(transaction.account_id)
    for (const event of events) {
      if (!event.success || !MONEY_EVENTS.includes(event.event)) continue
      const message = callbackMessage(transaction, event, secret, dintero.now())
      if (message) deliver(dintero, message, CALLBACK_TRIES, isFinal)
    }
  })
}

function deliver(
  dintero: Dintero,
  message: Message,
  triesLeft: number,
  isSettled: (status: number | null) => boolean,
  pauseMs = FIRST_PAUSE_MS,
): void {
  void send(message).then((status) => {
    const again = dintero.state.settings.callbackRetry === 'on' && triesLeft > 1
    if (isSettled(status) || !again) return
    const nextPauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
    dintero.runtime.clock.schedule(pauseMs, () =>
      deliver(dintero, message, triesLeft - 1, isSettled, nextPauseMs),
    )
  })
}

/** A webhook is delivered only with a 2xx response (§13.3). */
function isTaken(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300
}

/** A callback is repeated only without a response or after a server error (§13.1). */
function isFinal(status: number | null): boolean {
  return status !== null && status >= 200 && status < 500
}
