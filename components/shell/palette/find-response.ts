import { isObject } from '@/components/query/read-json'
import { isMinorAmount } from '@/lib/domain/money/money'
import { TRANSACTION_STATUSES } from '@/lib/domain/payment/transaction'
import type { FoundTransaction, FoundTransactions } from '@/lib/domain/view/transaction-view'

/** The result of a palette search. */
export type FindResponse =
  ({ readonly kind: 'found' } & FoundTransactions) | { readonly kind: 'signed_out' | 'failed' }

/** Parses a response of `GET /api/transactions/find`; any unexpected response is *failed*. */
export function parseFindResponse(status: number, body: unknown): FindResponse {
  if (status === 401) return { kind: 'signed_out' }
  if (status !== 200 || !isObject(body) || !isObject(body['value'])) return { kind: 'failed' }
  const { rows, isWhole } = body['value']
  if (typeof isWhole !== 'boolean' || !Array.isArray(rows)) return { kind: 'failed' }
  return rows.every(isFound) ? { kind: 'found', rows, isWhole } : { kind: 'failed' }
}

function isFound(row: unknown): row is FoundTransaction {
  return (
    isObject(row) &&
    typeof row['id'] === 'string' &&
    typeof row['currency'] === 'string' &&
    isMinorAmount(row['amountMinor']) &&
    isTextOrNull(row['orderReference']) &&
    isTextOrNull(row['customerName']) &&
    TRANSACTION_STATUSES.some((status) => status === row['status'])
  )
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string'
}
