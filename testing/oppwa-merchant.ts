import type { z } from 'zod'
import {
  findConnection,
  listConnections,
  type ConnectionRecord,
} from '@/db/queries/sync/connections'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { DEMO_TOKEN } from '@/sandbox/oppwa/channels'
import type { creationSchema } from '@/sandbox/oppwa/control/creation-schema'
import type { portalSchema } from '@/sandbox/oppwa/control/portal'
import type { Payment } from '@/sandbox/oppwa/payment'
import type { Settings } from '@/sandbox/oppwa/settings'
import { importAll } from './import-all'
import type { TestMerchant } from './merchant'
import { restateAccount } from './restate-account'

/** A merchant at the Open Payment Platform. */
export class OppwaMerchant {
  private constructor(
    private readonly merchant: TestMerchant,
    readonly connection: ConnectionRecord,
  ) {}

  /**
   * Gives the demo's connection other settings: neither side counts queries then, so that no test
   * waits for its turn.
   * @param settings of the account besides
   */
  static async connect(merchant: TestMerchant, settings: object = {}): Promise<OppwaMerchant> {
    const { database, owner, sandbox } = merchant
    await sandbox.control.call('PUT', 'oppwa/settings', { queriesPerMinute: null })
    const demo = (await listConnections(database)).find(({ provider }) => provider === 'oppwa')
    if (demo === undefined) throw new Error('the demo has no connection of this provider')
    const secret = {
      accessToken: DEMO_TOKEN,
      environment: 'test',
      dateSearch: true,
      queriesPerMinute: 1_000,
      ...settings,
    }
    const saved = await restateAccount(owner, demo, secret)
    if (!saved.ok) throw new Error(saved.error.message ?? saved.error.code)
    const connection = await findConnection(database, demo.id)
    if (connection === null) throw new Error('the connection was not stored')
    return new OppwaMerchant(merchant, connection)
  }

  /** Creates a payment at the provider and imports it. */
  newPayment(options: z.input<typeof creationSchema> = {}): Promise<TransactionView> {
    const { control } = this.merchant.sandbox
    return this.merchant.newPayment(
      (reference) => control.call('POST', 'oppwa/transactions', { ...options, reference }),
      this.connection,
    )
  }

  importAll(): Promise<void> {
    return importAll(this.merchant.database, this.connection)
  }

  reload(payment: Pick<TransactionView, 'id'>): Promise<TransactionView> {
    return this.merchant.reload(payment)
  }

  /** The payment's entries in the provider's ledger, oldest first. */
  async entries(payment: TransactionView): Promise<readonly Payment[]> {
    const path = `oppwa/transactions/${payment.providerTransactionId}`
    return (await this.merchant.sandbox.control.call<{ entries: Payment[] }>('GET', path)).entries
  }

  /** The ledger's entries with this reference, whichever payment they belong to. */
  byReference(reference: string): Promise<readonly Payment[]> {
    const path = `oppwa/references/${encodeURIComponent(reference)}`
    return this.merchant.sandbox.control.call('GET', path)
  }

  setSettings(settings: Partial<Settings>): Promise<Settings> {
    return this.merchant.sandbox.control.call('PUT', 'oppwa/settings', settings)
  }

  /** Captures, refunds or voids in the reseller's portal. */
  actInPortal(payment: TransactionView, options: z.input<typeof portalSchema>): Promise<unknown> {
    const path = `oppwa/transactions/${payment.providerTransactionId}/portal`
    return this.merchant.sandbox.control.call('POST', path, options)
  }
}
