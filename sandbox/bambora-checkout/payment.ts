/** States of a payment and of its operations (fact sheet §6.1). */
export const STATUSES = [
  'pending',
  'waiting',
  'approved',
  'declined',
  'deleted',
  'locked',
  'verificationapproved',
  'verificationdeclined',
] as const
export type Status = (typeof STATUSES)[number]

export type Action = 'authorize' | 'capture' | 'credit' | 'delete'
/** A merchant's operations on the money of a payment. */
export type MoneyAction = Exclude<Action, 'authorize'>

/** A line of an invoice; amounts are line totals in minor units (§7.4). */
export interface InvoiceLine {
  readonly id?: string | undefined
  readonly linenumber: string
  readonly description?: string | undefined
  readonly text?: string | undefined
  readonly quantity: number
  readonly unit?: string | undefined
  readonly unitprice?: number | undefined
  readonly unitpriceinclvat?: number | undefined
  readonly unitpricevatamount?: number | undefined
  readonly totalprice?: number | undefined
  readonly totalpriceinclvat: number
  readonly totalpricevatamount?: number | undefined
  readonly vat?: number | undefined
}

/** The end of an operation that is only accepted. */
export interface Ending {
  /** Milliseconds since the epoch. */
  readonly atMs: number
  readonly as: 'done' | 'refused' | 'never'
}

/** One entry of a payment's history (§6.2). */
export interface Operation {
  readonly id: string
  /** The authorization under a capture, the capture under a credit. */
  readonly parentId: string | null
  readonly createdAt: string
  readonly action: Action
  readonly subaction: string
  readonly status: Status
  /** Minor units. */
  readonly amount: number
  /** Amount left of its parent operation. */
  readonly currentBalance: number
  /** E-mail of the API user who asked for it; null for the payment window and the portal. */
  readonly apiUser: string | null
  /** Reference from the sandbox's own header; the provider itself keeps none. */
  readonly callerReference?: string
  readonly actionCode: string
  readonly actionSource: string
  readonly lines: readonly InvoiceLine[]
  readonly ending: Ending | null
}

/** A payment as the ledger holds it. Never changed in place. */
export interface Payment {
  /** A 64-bit integer in digits. */
  readonly id: string
  readonly merchantNumber: string
  readonly orderId: string
  /** 12 digits. */
  readonly reference: string
  readonly currency: string
  readonly createdAt: string
  /** Key into METHODS. */
  readonly method: string
  /** Truncated card or phone number. */
  readonly account: string
  readonly status: Status
  /** Further captures may follow a partial one (§7.1). */
  readonly capturesSeveral: boolean
  /** The order of an invoice payment. */
  readonly lines: readonly InvoiceLine[]
  readonly operations: readonly Operation[]
  /** Behaviour of its acquirer, see money/behaviour.ts. */
  readonly behaviour: string | null
  readonly callbackUrls: readonly string[]
}
