/** Statuses of a transaction (fact sheet §6.1). */
export const STATUSES = [
  'INITIATED',
  'ON_HOLD',
  'AUTHORIZED',
  'PARTIALLY_CAPTURED',
  'CAPTURED',
  'PARTIALLY_REFUNDED',
  'PARTIALLY_CAPTURED_REFUNDED',
  'REFUNDED',
  'AUTHORIZATION_VOIDED',
  'DECLINED',
  'FAILED',
  'UNKNOWN',
] as const
export type Status = (typeof STATUSES)[number]

/** A merchant's operations on the money of a transaction. */
export type MoneyOperation = 'capture' | 'refund' | 'void'

export type EventName =
  | 'INITIALIZE'
  | 'AUTHORIZE'
  | 'UPDATE_AUTHORIZATION'
  | 'CAPTURE'
  | 'REFUND'
  | 'VOID'
  | 'INITIATE_CAPTURE'
  | 'INITIATE_REFUND'
  | 'INITIATE_VOID'

/** A line in an event: amounts are line totals in minor units (§7.2). */
export interface EventItem {
  readonly line_id: string
  readonly amount: number
  readonly id?: string | undefined
  readonly description?: string | undefined
  readonly quantity?: number | undefined
  readonly vat_amount?: number | undefined
  /** Percent. */
  readonly vat?: number | undefined
  readonly type?: string | undefined
  readonly [field: string]: unknown
}

/** A line of the order (§7.2). */
export interface Item extends EventItem {
  readonly gross_amount?: number
  readonly discount_lines?: readonly DiscountLine[]
  readonly splits?: readonly { readonly payout_destination_id: string; readonly amount: number }[]
}

export interface DiscountLine {
  readonly line_id: number
  readonly amount: number
  readonly percentage?: number
  readonly discount_type: string
  readonly discount_id: string
  readonly description: string
}

/** The error of an operation at the payment method (§7.3). */
export interface EventError {
  readonly code: string
  readonly message: string
  readonly type?: readonly string[]
  readonly result_code?: string
  readonly retry_policy?: { readonly retry_codes: readonly string[]; readonly retry_after?: string }
}

/** True amounts after the repair of a failed operation (§7.3). */
export interface Correction {
  readonly event_ids?: readonly string[]
  readonly status: Status
  readonly remaining_capture_amount: number
  readonly remaining_refund_amount: number
  readonly remaining_void_amount: number
}

/** One entry of a transaction's history (§7.3). */
export interface TransactionEvent {
  readonly id: string
  readonly event: EventName
  /** State after this event. */
  readonly transaction_status: Status
  readonly success: boolean
  readonly amount?: number
  readonly calculated_vat_amount?: number
  readonly items?: readonly EventItem[]
  readonly error?: EventError
  readonly correction?: Correction
  readonly request_id?: string
  readonly correlation_request_id?: string
  readonly event_reference?: string
  readonly created_at: string
  readonly created_by?: string
  readonly request_headers?: Readonly<Record<string, string>>
  readonly metadata?: Readonly<Record<string, string>>
}

export interface Address {
  readonly first_name?: string
  readonly last_name?: string
  readonly business_name?: string
  readonly organization_number?: string
  readonly address_line: string
  readonly postal_code: string
  readonly postal_place: string
  readonly country: string
  readonly phone_number: string
  readonly email: string
}

/** A transaction on the wire (§7.1). Never changed in place. */
export interface Transaction {
  readonly id: string
  readonly account_id: string
  readonly version: number
  readonly session_id: string
  readonly payment_product: string
  readonly payment_product_type: string
  /** Authorized total in minor units; captures and refunds do not change it. */
  readonly amount: number
  readonly currency: string
  readonly status: Status
  readonly settlement_status: string
  readonly channel: string
  readonly payment_operation?: string
  readonly merchant_reference: string
  readonly merchant_reference_2?: string
  readonly payout_destination_id?: string
  readonly customer?: {
    readonly customer_id: string
    readonly email: string
    readonly phone_number: string
  }
  readonly customer_ip?: string
  readonly user_agent?: string
  readonly billing_address?: Address
  readonly shipping_address?: Address
  readonly shipping_option?: Readonly<Record<string, string | number>>
  readonly store?: { readonly id: string; readonly name: string }
  readonly items?: readonly Item[]
  readonly url?: Readonly<Record<string, string>>
  readonly card?: {
    readonly brand: string
    readonly masked_pan: string
    readonly expiry_date: string
    readonly type: string
    readonly payment_token_id?: string
    readonly payment_token?: string
    readonly recurrence_token?: string
  }
  readonly metadata?: Readonly<Record<string, string>>
  readonly initiating_system_request_headers?: Readonly<Record<string, string>>
  readonly events: readonly TransactionEvent[]
  readonly created_at: string
  readonly updated_at: string
}
