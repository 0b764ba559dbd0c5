import type { Provider, Runtime } from '../provider'
import { SEEDED_CLIENTS } from './accounts'
import { mountNativeControl } from './control/routes'
import { Native } from './native'
import { mountProtocol } from './protocol'
import { seedPayments } from './seed/seed-payments'

/** Bambora Native inside the sandbox. */
export function createNativeProvider(runtime: Runtime): Provider {
  const native = new Native(runtime)
  return {
    name: 'bambora-native',
    mountProtocol: (app) => mountProtocol(app, native),
    mountControl: (app) => mountNativeControl(app, native),
    setUp: () => {
      const { anchor, seeded } = runtime.ledger.header
      const payments = seeded ? seedPayments(new Date(anchor)) : []
      native.record({ kind: 'set-up', clients: SEEDED_CLIENTS, payments })
    },
    resume: () => undefined,
  }
}
