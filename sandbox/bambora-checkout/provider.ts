import type { Provider, Runtime } from '../provider'
import { SEEDED_MD5_KEYS, SEEDED_USERS } from './accounts'
import { Checkout } from './checkout'
import { mountCheckoutControl } from './control/routes'
import { resumePending } from './money/pending'
import { mountProtocol } from './protocol'
import { seedPayments } from './seed/seed-payments'

/** Bambora Checkout inside the sandbox. */
export function createBamboraCheckoutProvider(runtime: Runtime): Provider {
  const checkout = new Checkout(runtime)
  return {
    name: 'bambora-checkout',
    mountProtocol: (app) => mountProtocol(app, checkout),
    mountControl: (app) => mountCheckoutControl(app, checkout),
    setUp: () => {
      const { anchor, seeded } = runtime.ledger.header
      checkout.record({
        kind: 'set-up',
        users: SEEDED_USERS,
        md5Keys: SEEDED_MD5_KEYS,
        payments: seeded ? seedPayments(new Date(anchor)) : [],
      })
    },
    resume: () => resumePending(checkout),
  }
}
