import type { Provider, Runtime } from '../provider'
import { SEEDED_CLIENTS } from './accounts'
import { notifyOfUpdates } from './callbacks/notify'
import { mountDinteroControl } from './control/routes'
import { Dintero } from './dintero'
import { resumePending } from './money/pending'
import { mountProtocol } from './protocol'
import { seedTransactions } from './seed/seed-transactions'

/** Dintero inside the sandbox. */
export function createDinteroProvider(runtime: Runtime): Provider {
  const dintero = new Dintero(runtime)
  notifyOfUpdates(dintero)
  return {
    name: 'dintero',
    mountProtocol: (app) => mountProtocol(app, dintero),
    mountControl: (app) => mountDinteroControl(app, dintero),
    setUp: () => {
      const { anchor, seeded } = runtime.ledger.header
      const transactions = seeded ? seedTransactions(new Date(anchor)) : []
      dintero.record({ kind: 'set-up', clients: SEEDED_CLIENTS, transactions })
    },
    resume: () => resumePending(dintero),
  }
}
