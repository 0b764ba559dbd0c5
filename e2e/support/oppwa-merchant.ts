import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { listConnections, type ConnectionRecord } from '@/db/queries/connections'
import { findTransactionView, listTransactions } from '@/db/queries/transactions'
import type { TransactionView } from '@/lib/domain/transaction-view'
import { importTransactions } from '@/lib/operations/import-transactions'
import { saveConnection } from '@/lib/operations/save-connection'
import { DEMO_ENTITY, DEMO_TOKEN } from '@/sandbox/oppwa/channels'
import type { mintSchema } from '@/sandbox/oppwa/control/mint-schema'
import type { portalSchema } from '@/sandbox/oppwa/control/portal'
import type { Payment } from '@/sandbox/oppwa/payment'
import type { Switches } from '@/sandbox/oppwa/switches'
import type { TestMerchant } from './merchant'

const NAME = 'Open Payment Platform'

/** What tests do with the Open Payment Platform of a merchant's sandbox. */
export class OppwaMerchant {
  private constructor(
    private readonly merchant: TestMerchant,
    readonly connection: ConnectionRecord,
  ) {}

  /** Connects a merchant to the sandbox's demo entity; neither side counts queries. */
  static async connect(merchant: TestMerchant, settings: object = {}): Promise<OppwaMerchant> {
    const { database, sandbox } = merchant
    await sandbox.control.call('PUT', 'oppwa/switches', { queriesPerMinute: null })
    const saved = await saveConnection(database, {
      provider: 'oppwa',
      name: NAME,
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
    const connection = (await listConnections(database)).find((one) => one.name === NAME)
    if (connection === undefined) throw new Error('the connection was not stored')
    return new OppwaMerchant(merchant, connection)
  }

  /** A new payment at the provider, already imported. */
  async newPayment(wish: z.input<typeof mintSchema> = {}): Promise<TransactionView> {
    const { database, sandbox } = this.merchant
    const reference = wish.reference ?? `T-${randomUUID()}`
    await sandbox.control.call('POST', 'oppwa/transactions', { ...wish, reference })
    await this.importAll()
    const filter = { statuses: [], search: reference, cursor: null }
    const { rows } = await listTransactions(database, filter)
    return this.reload({ id: rows[0]?.id ?? '' })
  }

  async importAll(): Promise<void> {
    const report = await importTransactions(this.merchant.database, this.connection, {
      onProgress: () => undefined,
    })
    if (!report.ok) throw new Error(report.error.message ?? report.error.code)
  }

  async reload({ id }: { readonly id: string }): Promise<TransactionView> {
    const view = await findTransactionView(this.merchant.database, id)
    if (view === null) throw new Error('there is no such payment')
    return view
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

  setSwitches(switches: Partial<Switches>): Promise<Switches> {
    return this.merchant.sandbox.control.call('PUT', 'oppwa/switches', switches)
  }

  /** Captures, refunds or voids as a person in the reseller's portal. */
  actInPortal(payment: TransactionView, wish: z.input<typeof portalSchema>): Promise<unknown> {
    const path = `oppwa/transactions/${payment.providerTransactionId}/portal`
    return this.merchant.sandbox.control.call('POST', path, wish)
  }
}
