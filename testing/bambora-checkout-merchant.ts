import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/domain/access/actor'
import type { AmountChoice } from '@/lib/domain/operation/inputs'
import { heldMinor, refundableMinor } from '@/lib/domain/payment/transaction'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { capturePayment } from '@/lib/operations/capture-payment'
import { refundPayment } from '@/lib/operations/refund-payment'
import { voidPayment } from '@/lib/operations/void-payment'
import { BamboraCheckoutControl } from './bambora-checkout-control'
import { contextOf } from './context-of'
import { startTestMerchant, type TestMerchant } from './merchant'
import { LONG_AGO_MS, repairNow } from './repair-now'

type CreateOptions = Parameters<BamboraCheckoutControl['createPayment']>[0]

/** A merchant at Bambora Checkout with the use cases for its payments. */
export class BamboraCheckoutMerchant {
  private constructor(
    readonly merchant: TestMerchant,
    readonly control: BamboraCheckoutControl,
    private readonly admin: Actor,
  ) {}

  static async open(): Promise<BamboraCheckoutMerchant> {
    const merchant = await startTestMerchant('bambora-checkout')
    const control = new BamboraCheckoutControl(merchant.sandbox.url)
    return new BamboraCheckoutMerchant(merchant, control, await merchant.actor('admin'))
  }

  /** Creates a payment at the provider and imports it. */
  newPayment(options: CreateOptions = {}): Promise<TransactionView> {
    return this.merchant.newPayment((reference) =>
      this.control.createPayment({ reference, amount: 12_550, ...options }),
    )
  }

  reload(payment: Pick<TransactionView, 'id'>): Promise<TransactionView> {
    return this.merchant.reload(payment)
  }

  capture(payment: TransactionView, choice: AmountChoice = all(heldMinor(payment.totals))) {
    return capturePayment(this.context(), { ...inputFor(payment), choice, label: null })
  }

  refund(payment: TransactionView, choice: AmountChoice = all(refundableMinor(payment.totals))) {
    const rest = { choice, reason: 'Returned', label: null }
    return refundPayment(this.context(), { ...inputFor(payment), ...rest })
  }

  release(payment: TransactionView) {
    const amountMinor = heldMinor(payment.totals)
    return voidPayment(this.context(), { ...inputFor(payment), amountMinor, reason: 'Sold out' })
  }

  context() {
    return contextOf(this.merchant.database, this.admin)
  }

  /** Queues a fault for the next call of that name. */
  async fault(
    operation: string,
    action: Parameters<TestMerchant['sandbox']['control']['addFault']>[0]['action'],
  ): Promise<void> {
    const match = { provider: 'bambora-checkout', operation }
    await this.merchant.sandbox.control.addFault({ match, action })
  }

  /** Number of calls with this name that the provider received for a payment. */
  async calls(payment: TransactionView, operation: string): Promise<number> {
    const all = await this.merchant.sandbox.control.calls()
    return all.filter(
      (call) =>
        call.operation === operation && call.transactionId === payment.providerTransactionId,
    ).length
  }

  /** Checks every open operation now, as if it had been sent long ago. */
  repair(): Promise<void> {
    return repairNow(this.merchant.database, { sentAgoMs: LONG_AGO_MS })
  }
}

export function amount(amountMinor: number): AmountChoice {
  return { mode: 'amount', amountMinor }
}

function all(amountMinor: number): AmountChoice {
  return { mode: 'all', amountMinor }
}

function inputFor({ id, currency, moneyRevision }: TransactionView) {
  return { operationId: randomUUID(), transactionId: id, currency, expectedRevision: moneyRevision }
}
