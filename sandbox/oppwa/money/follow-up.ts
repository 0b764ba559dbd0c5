import type { PaymentType } from '../payment'

/** An operation on an earlier payment, checked for form (fact sheet §4). */
export interface FollowUp {
  readonly type: PaymentType
  /** Null for a reversal of everything. */
  readonly hundredths: number | null
  readonly currency: string | null
  readonly merchantTransactionId?: string
  readonly merchantInvoiceId?: string
  readonly testMode?: string
  readonly forcedCode?: string
  readonly customParameters?: Readonly<Record<string, string>>
  readonly by: 'api' | 'portal'
}
