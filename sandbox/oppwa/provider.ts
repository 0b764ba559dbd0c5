import type { Provider, Runtime } from '../provider'
import { SEEDED_CHANNELS } from './channels'
import { mountOppwaControl } from './control/routes'
import { resumePending } from './money/pending'
import { Oppwa } from './oppwa'
import { mountProtocol } from './protocol'
import { seedPayments } from './seed/seed-payments'
import { notifyOfPayments } from './webhooks/notify'

/** The Open Payment Platform inside the sandbox. */
export function createOppwaProvider(runtime: Runtime): Provider {
  const oppwa = new Oppwa(runtime)
  notifyOfPayments(oppwa)
  return {
    name: 'oppwa',
    mountProtocol: (app) => mountProtocol(app, oppwa),
    mountControl: (app) => mountOppwaControl(app, oppwa),
    setUp: () => {
      const { anchor, seeded } = runtime.ledger.header
      const payments = seeded ? seedPayments(new Date(anchor)) : []
      oppwa.record({ kind: 'set-up', channels: SEEDED_CHANNELS, payments })
    },
    resume: () => resumePending(oppwa),
  }
}
