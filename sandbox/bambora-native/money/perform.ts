import { randomUUID } from 'node:crypto'
import type { MoneyOperation, Operation, OperationType, Payment, State } from '../payment'
import type { Settings } from '../settings'
import type { MoneyRequest } from './request'
import { totalsOf } from './totals'

const TYPES: Readonly<Record<MoneyOperation, OperationType>> = {
  capture: 'Capture',
  cancel: 'Cancel',
  refund: 'Refund',
}

type OperationInput = Pick<MoneyRequest, 'operation' | 'amount' | 'comment'>
type OperationDetails = Pick<Operation, 'inPortal'> & { readonly id?: string }

/** The payment after an operation at that time. */
export function perform(
  payment: Payment,
  request: OperationInput,
  atMs: number,
  settings: Settings,
  details: OperationDetails = {},
): Payment {
  const after = withOperation(payment, request, atMs, true, details)
  return details.inPortal && !settings.showsPortal
    ? after
    : { ...after, state: stateAfter(after, request.operation, settings) }
}

/** The payment after an operation that the acquirer refused; no money has moved. */
export function performFailed(payment: Payment, request: OperationInput, atMs: number): Payment {
  return withOperation(payment, request, atMs, false, {})
}

function withOperation(
  payment: Payment,
  { operation, amount, comment }: OperationInput,
  atMs: number,
  success: boolean,
  { id = randomUUID(), ...rest }: OperationDetails,
): Payment {
  const onType = operation === 'refund' ? 'Capture' : 'Authorize'
  const references = payment.operations.find(({ type }) => type.startsWith(onType))?.id
  const done: Operation = {
    id,
    type: TYPES[operation],
    success,
    atMs,
    code: success ? '00' : '05',
    comment,
    amount,
    ...(references !== undefined && { references }),
    ...rest,
  }
  return {
    ...payment,
    version: payment.version + 1,
    operations: [...payment.operations, done],
  }
}

function stateAfter(payment: Payment, operation: MoneyOperation, settings: Settings): State {
  const { capturable, refundable } = totalsOf(payment)
  switch (operation) {
    case 'cancel':
      return 'Canceled'
    case 'capture':
      return capturable === 0 ? 'Captured' : settings.stateAfterPartCapture
    case 'refund':
      return refundable === 0 ? 'Refunded' : settings.stateAfterPartRefund
  }
}
