import { randomUUID } from 'node:crypto'
import { writeSetting } from '@/db/queries/access/organization-settings'
import { listConnections } from '@/db/queries/sync/connections'
import type { StepUpSetting } from '@/lib/domain/access/organization-settings'
import type { Provider } from '@/lib/domain/provider/provider'
import { startInstance } from '@/testing/application-instance'
import { startOwnMerchant } from '@/testing/own-merchant'
import { setAllProvedAgo } from '@/testing/prove-in-session'
import type { SandboxControl } from '@/testing/sandbox-control'

/** A merchant with a setting of its own, which would ask the people of other tests, too. */
export interface StepUpWorld {
  readonly url: string
  readonly sandbox: SandboxControl
  /** Creates a captured payment of 900,00 NOK; returns its provider's id and its order reference. */
  addCaptured(): Promise<{ readonly providerId: string; readonly reference: string }>
  set(setting: StepUpSetting): Promise<void>
  /** The demo's connection to a provider. */
  connectionId(provider: Provider): Promise<string>
  /** Makes every proof of a second factor one of six minutes ago. */
  age(): Promise<void>
  stop(): Promise<void>
}

/** Starts a database, a sandbox and a server that no other test shares. */
export async function startStepUpWorld(): Promise<StepUpWorld> {
  const merchant = await startOwnMerchant()
  const { database, owner } = merchant
  const { control } = merchant.sandbox
  const server = await startInstance(merchant)
  return {
    url: server.url,
    sandbox: control,
    addCaptured: async () => {
      let providerId = ''
      const payment = await merchant.newPayment(async (reference) => {
        const options = { reference, amount: 900_00, method: 'klarna.klarna' }
        const created = await control.createTransaction(options)
        providerId = created.id
        await control.actInPortal(created.id, { operation: 'capture' })
      })
      return { providerId, reference: payment.orderReference ?? '' }
    },
    connectionId: async (provider) => {
      const found = (await listConnections(database)).find((one) => one.provider === provider)
      return found?.id ?? ''
    },
    set: async (setting) => {
      const request = { requestId: randomUUID(), reason: null, actor: null }
      await writeSetting(owner, 'step_up', setting, request)
    },
    age: () => setAllProvedAgo(database, 360),
    stop: async () => {
      server.process.kill('SIGTERM')
      await server.ended
      await merchant.stop()
    },
  }
}
