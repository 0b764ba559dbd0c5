import { randomUUID } from 'node:crypto'
import { writeSetting } from '@/db/queries/access/organization-settings'
import { listConnections } from '@/db/queries/sync/connections'
import type { StepUpSetting } from '@/lib/domain/access/organization-settings'
import type { Provider } from '@/lib/domain/provider/provider'
import { startTestMerchant } from '@/testing/merchant'
import { setAllProvedAgo } from '@/testing/prove-in-session'
import type { SandboxControl } from '@/testing/sandbox-control'
import { startOwnServer } from './own-server'

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
  const environment = { ...process.env }
  const merchant = await startTestMerchant()
  const { PAYDESK_ENCRYPTION_KEY: encryptionKey = '' } = process.env
  const { database, owner, databaseUrl, sandbox } = merchant
  const server = await startOwnServer(databaseUrl, { encryptionKey, sandboxUrl: sandbox.url })
  const { control } = sandbox
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
      server.npm.kill('SIGTERM')
      await server.ended
      await merchant.stop()
      // What the kit has set is for imports in this process; other tests go by what was there.
      process.env = environment
    },
  }
}
