import type { z } from 'zod'
import { findConnection, type ConnectionRecord } from '@/db/queries/sync/connections'
import { saveConnection } from '@/lib/connections/save-connection'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { DEMO_ENTITY, DEMO_TOKEN } from '@/sandbox/oppwa/channels'
import type { creationSchema } from '@/sandbox/oppwa/control/creation-schema'
import type { portalSchema } from '@/sandbox/oppwa/control/portal'
import type { Payment } from '@/sandbox/oppwa/payment'
import type { Settings } from '@/sandbox/oppwa/settings'
import { importAll } from './import-all'
import type { TestMerchant } from './merchant'

/** What tests do with the Open Payment Platform of a merchant's sandbox. */
export class OppwaMerchant {
  private constructor(
    private readonly merchant: TestMerchant,
    readonly connection: ConnectionRecord,
  ) {}

  /**
   * Connects a merchant to the sandbox's demo entity once more: unlike with the demo's own
   * connection, neither side counts queries, so that no test waits for its turn.
   * @param settings of the account besides
   */
  static async connect(merchant: TestMerchant, settings: object = {}): Promise<OppwaMerchant> {
    const { database, sandbox } = merchant
    await sandbox.control.call('PUT', 'oppwa/settings', { queriesPerMinute: null })
    const saved = await saveConnection(database, {
      provider: 'oppwa',
      name: 'Open Payment Platform',
      accountId: DEMO_ENTITY,
      baseUrl: `${sandbox.url}/oppwa`,
      isTest: true,
      secret: {
        accessToken: DEMO_TOKEN,
        environment: 'test',
        dateSearch: true,
        queriesPerMinute: 1_000,
        ...settings,
      },
    })
    if (!saved.ok) throw new Error(saved.error.message ?? saved.error.code)
    const connection = await findConnection(database, saved.value.id)
    if (connection === null) throw new Error('the connection was not stored')
    return new OppwaMerchant(merchant, connection)
  }

  /** A new payment at the provider, already imported. */
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

  /** What the provider's ledger holds of a payment, oldest first. */
  async entries(payment: TransactionView): Promise<readonly Payment[]> {
    const path = `oppwa/transactions/${payment.providerTransactionId}`
    return (await this.merchant.sandbox.control.call<{ entries: Payment[] }>('GET', path)).entries
  }

  /** What the provider's ledger holds under a reference, whatever it belongs to. */
  byReference(reference: string): Promise<readonly Payment[]> {
    const path = `oppwa/references/${encodeURIComponent(reference)}`
    return this.merchant.sandbox.control.call('GET', path)
  }

  setSettings(settings: Partial<Settings>): Promise<Settings> {
    return this.merchant.sandbox.control.call('PUT', 'oppwa/settings', settings)
  }

  /** Captures, refunds or voids as a person in the reseller's portal. */
  actInPortal(payment: TransactionView, options: z.input<typeof portalSchema>): Promise<unknown> {
    const path = `oppwa/transactions/${payment.providerTransactionId}/portal`
    return this.merchant.sandbox.control.call('POST', path, options)
  }
}
