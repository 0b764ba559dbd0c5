import { isObject } from '@/components/query/read-json'
import { OPERATION_STATES } from '@/lib/domain/operation/outcome'
import type { OperationView } from '@/lib/domain/view/transaction-view'

/** The result of one read of an operation. */
export type OperationResponse =
  | { readonly kind: 'found'; readonly operation: OperationView }
  /** No operation has this id: nothing was started. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'signed_out' }
  /** No usable response: the state is unknown. */
  | { readonly kind: 'unreachable' }

const DATES = ['createdAt', 'sentAt', 'settledAt', 'nextCheckAt', 'lastCheckedAt'] as const

/**
 * Parses a response of `GET /api/operations/[operationId]`; any unexpected response is
 * *unreachable*.
 */
export function parseOperationResponse(status: number, body: unknown): OperationResponse {
  if (status === 401) return { kind: 'signed_out' }
  if (!isObject(body)) return { kind: 'unreachable' }
  if (status === 404 && isObject(body['error']) && body['error']['code'] === 'not_found') {
    return { kind: 'absent' }
  }
  const operation = status === 200 && body['ok'] === true ? operationOf(body['value']) : null
  return operation === null ? { kind: 'unreachable' } : { kind: 'found', operation }
}

function operationOf(value: unknown): OperationView | null {
  if (!isObject(value)) return null
  if (!OPERATION_STATES.some((state) => state === value['state'])) return null
  if (typeof value['id'] !== 'string' || !Number.isSafeInteger(value['amountMinor'])) return null
  const dates: Record<string, Date | null> = {}
  for (const name of DATES) {
    const date = dateOf(value[name])
    if (date === undefined) return null
    dates[name] = date
  }
  if (dates['createdAt'] === null) return null
  // Our own route sent the rest; the members that decide about money are checked above.
  return { ...value, ...dates } as unknown as OperationView
}

/** JSON has no dates: they arrive as text. Undefined for anything that is neither. */
function dateOf(value: unknown): Date | null | undefined {
  if (value === null) return null
  const date = typeof value === 'string' ? new Date(value) : undefined
  return date === undefined || Number.isNaN(date.getTime()) ? undefined : date
}

/** The later of two reads of the last requested operation. */
export function laterOperation(
  one: OperationView | null,
  other: OperationView | null,
): OperationView | null {
  if (one === null || other === null) return one ?? other
  if (one.id !== other.id) return one.createdAt >= other.createdAt ? one : other
  if (one.settledAt !== null) return one
  if (other.settledAt !== null) return other
  return progress(one) >= progress(other) ? one : other
}

function progress(operation: OperationView): number {
  return OPERATION_STATES.indexOf(operation.state) * 1_000_000 + operation.checks
}
