import { randomUUID } from 'node:crypto'
import type { MoneyOperation, Operation, OperationType, Payment, State } from '../payment'
import type { Switches } from '../switches'
import type { MoneyRequest } from './request'
import { totalsOf } from './totals'

const TYPES: Readonly<Record<MoneyOperation, OperationType>> = {
  capture: 'Capture',
  cancel: 'Cancel',
  refund: 'Refund',
}

type Doing = Pick<MoneyRequest, 'operation' | 'amount' | 'comment'>
type Traces = Pick<Operation, 'inPortal'> & { readonly id?: string }

/** The payment after an operation that was carried out at that time. */
export function perform(
  payment: Payment,
  request: Doing,
  atMs: number,
  switches: Switches,
  traces: Traces = {},
): Payment {
  const after = withOperation(payment, request, atMs, true, traces)
  return traces.inPortal && !switches.showsPortal
    ? after
    : { ...after, state: stateAfter(after, request.operation, switches) }
}

/** The payment after an operation that the acquirer refused; no money has moved. */
export function performInVain(payment: Payment, request: Doing, atMs: number): Payment {
  return withOperation(payment, request, atMs, false, {})
}

function withOperation(
  payment: Payment,
  { operation, amount, comment }: Doing,
  atMs: number,
  success: boolean,
  { id = randomUUID(), ...rest }: Traces,
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

function stateAfter(payment: Payment, operation: MoneyOperation, switches: Switches): State {
  const { capturable, refundable } = totalsOf(payment)
  switch (operation) {
    case 'cancel':
      return 'Canceled'
    case 'capture':
      return capturable === 0 ? 'Captured' : switches.stateAfterPartCapture
    case 'refund':
      return refundable === 0 ? 'Refunded' : switches.stateAfterPartRefund
  }
}
