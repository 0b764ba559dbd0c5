import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { listTransactions } from '@/db/queries/payment/transactions'
import { listConnections, type ConnectionRecord } from '@/db/queries/sync/connections'
import type { Actor } from '@/lib/domain/access/actor'
import type { Provider } from '@/lib/domain/provider/provider'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { BamboraCheckoutControl } from '@/testing/bambora-checkout-control'
import { importByReference } from '@/testing/import-all'
import type { TestMerchant } from '@/testing/merchant'
import type { CaptureOrder } from './worker'

const AMOUNT_MINOR = 10_000

/** Creates payments at a provider and imports them. */
export async function makePayments(
  merchant: TestMerchant,
  provider: Provider,
  count: number,
): Promise<readonly TransactionView[]> {
  const connections = await listConnections(merchant.database)
  const connection = connections.find((candidate) => candidate.provider === provider)
  if (connection === undefined) throw new Error(`the demo has no connection to ${provider}`)
  const made: TransactionView[] = []
  while (made.length < count) {
    const create = (reference: string) => createPayment(merchant, provider, reference)
    made.push(
      provider === 'bambora-native'
        ? await makeUnlisted(merchant, connection, create)
        : await merchant.newPayment(create, connection),
    )
  }
  return made
}

/** Creates and imports a payment of a provider without a list. */
async function makeUnlisted(
  merchant: TestMerchant,
  connection: ConnectionRecord,
  create: (reference: string) => Promise<unknown>,
): Promise<TransactionView> {
  const reference = `T-${randomUUID()}`
  await create(reference)
  await importByReference(merchant.database, connection, reference)
  const { rows } = await listTransactions(merchant.database, { scope: 'all', search: reference })
  return merchant.reload({ id: rows[0]?.id ?? '' })
}

function createPayment(
  { sandbox: { control, url } }: TestMerchant,
  provider: Provider,
  reference: string,
): Promise<unknown> {
  const options = { reference, amount: AMOUNT_MINOR }
  switch (provider) {
    case 'dintero':
      return control.createTransaction(options)
    case 'oppwa':
      return control.call('POST', 'oppwa/transactions', { reference })
    case 'bambora-native':
      return control.call('POST', 'bambora-native/transactions', { reference })
    case 'bambora-checkout':
      return new BamboraCheckoutControl(url).createPayment(options)
  }
}

/** The order to capture all of these payments whole. */
export function captureOrder(actor: Actor, payments: readonly TransactionView[]): CaptureOrder {
  const captures = payments.map(({ id, currency, moneyRevision, totals }) => ({
    operationId: randomUUID(),
    transactionId: id,
    currency,
    expectedRevision: moneyRevision,
    amountMinor: totals.authorizedMinor,
  }))
  return { actor, captures }
}

/** How one capture ended; an interface of its own would not do as a row. */
export type Settled = {
  readonly state: string
  /** From the send to the outcome, by the database's clock. */
  readonly afterMs: number
  readonly settledAt: string
}

/** Those of the operations that are settled. */
export async function listSettled(
  { database }: TestMerchant,
  { captures }: CaptureOrder,
): Promise<readonly Settled[]> {
  const ids = JSON.stringify(captures.map(({ operationId }) => operationId))
  const rows = await database.run((db) =>
    db.execute<Settled>(sql`
      select state, (extract(epoch from settled_at - sent_at) * 1000)::float8 as "afterMs",
        settled_at::text as "settledAt"
      from operations
      where settled_at is not null
        and id::text in (select jsonb_array_elements_text(${ids}::jsonb))`),
  )
  return [...rows]
}
