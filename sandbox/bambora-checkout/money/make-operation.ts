import { methodOf } from '../methods'
import type { Ending, Operation, Payment, Status } from '../payment'
import type { Settings } from '../settings'
import { totalsOf } from '../totals'
import type { CheckedRequest } from './request'
import { linesOf } from './invoice-lines'

/** The caller of an operation; the portal has no API user. */
export interface Caller {
  readonly apiUser: string | null
  readonly callerReference?: string | undefined
}

/** Id, time, caller and status of an operation, with its ending if it is pending. */
export interface OperationFacts {
  readonly id: string
  readonly nowMs: number
  readonly caller: Caller
  readonly status: Status
  readonly ending?: Ending
}

/** The entry of a write in a payment's history (fact sheet §6.2, §14). */
export function makeOperation(
  payment: Payment,
  request: CheckedRequest,
  rules: Pick<Settings, 'lastOfSeveral' | 'deletes'>,
  facts: OperationFacts,
): Operation {
  const { action, amount } = request
  const { id, nowMs, caller, status, ending } = facts
  const totals = totalsOf(payment)
  const left = action === 'credit' ? totals.refundable : totals.capturable
  const isDeclined = status === 'declined'
  return {
    id,
    parentId: parentOf(payment, action)?.id ?? null,
    createdAt: new Date(nowMs).toISOString(),
    action,
    subaction: subactionOf(payment, request, rules),
    status,
    amount,
    currentBalance: isDeclined ? left : left - amount,
    apiUser: caller.apiUser,
    ...(caller.callerReference !== undefined && { callerReference: caller.callerReference }),
    actionCode: isDeclined ? '100' : '0',
    actionSource: methodOf(payment.method).acquirer,
    lines: linesOf(payment, request),
    ending: ending ?? null,
  }
}

/** The payment's status once an operation is approved. */
export function statusAfter(
  payment: Payment,
  operation: Pick<Operation, 'action' | 'subaction'>,
): Status {
  const releases = operation.action === 'delete' && operation.subaction === 'instant'
  return releases ? 'deleted' : payment.status
}

function parentOf(payment: Payment, action: Operation['action']): Operation | undefined {
  const above = action === 'credit' ? 'capture' : 'authorize'
  return payment.operations.findLast(
    (operation) => operation.action === above && operation.status === 'approved',
  )
}

function subactionOf(
  payment: Payment,
  { action, amount }: CheckedRequest,
  rules: Pick<Settings, 'lastOfSeveral' | 'deletes'>,
): string {
  const { authorized, captured, refunded, capturable } = totalsOf(payment)
  switch (action) {
    case 'capture':
      if (amount === authorized) return 'full'
      if (!payment.capturesSeveral) return 'partly'
      return amount === capturable && captured > 0 ? rules.lastOfSeveral : 'multi'
    case 'credit':
      return amount === captured && refunded === 0 ? 'full' : 'multi'
    case 'delete':
      return rules.deletes
  }
}
