import type {
  EventKind,
  EventLine,
  TransactionEvent,
} from '@/lib/domain/payment/transaction-snapshot'
import { readReference } from './payment/comment'
import type { CapturesShape, NativeOperation } from './schema'

const KINDS: Readonly<Record<string, EventKind>> = {
  'Authorize token': 'authorize',
  'Authorize card': 'authorize',
  Capture: 'capture',
  Cancel: 'void',
  Refund: 'refund',
}

const NO_LINES: readonly EventLine[] = []

const UNREPORTED = {
  lines: NO_LINES,
  operationId: null,
  providerReference: null,
  closes: [],
} as const

/** The kind of a payment's operation in our words; `other` for an unknown type. */
export function kindOf({ type }: Pick<NativeOperation, 'type'>): EventKind {
  return KINDS[type] ?? 'other'
}

/** The complete list of operations (fact sheet §6.1). */
export function eventsOfOperations(
  operations: readonly NativeOperation[],
): readonly TransactionEvent[] {
  return operations.map((operation) => ({
    ...UNREPORTED,
    providerEventId: operation.id,
    kind: kindOf(operation),
    providerKind: operation.type,
    state: operation.success === false ? 'failed' : 'succeeded',
    amountMinor: operation.amount ?? null,
    reference: readReference(operation.comment),
    providerReference: operation.psp_reference ?? null,
    error:
      operation.success !== false
        ? null
        : {
            code: operation.code ?? null,
            message: 'The provider declined it.',
            retry: { kind: 'not_said' },
          },
    occurredAt: operation.timestamp ?? null,
  }))
}

/** The shape without operations lists captures only, and neither their id nor their time (§6.2). */
export function eventsOfCaptures(payment: CapturesShape): readonly TransactionEvent[] {
  const done = { ...UNREPORTED, state: 'succeeded', error: null, occurredAt: null } as const
  return payment.captures.map((capture, index): TransactionEvent => ({
    ...done,
    providerEventId: `capture-${index + 1}`,
    kind: 'capture',
    providerKind: 'captures',
    amountMinor: capture.amount,
    reference: readReference(capture.comment),
  }))
}
