import type { OperationKind } from '@/lib/domain/operation/operation'
import type { OperationState } from '@/lib/domain/operation/outcome'
import { log, type Log } from './log'

/** An operation as it is after a change. */
export interface ChangedOperation {
  readonly id: string
  readonly transactionId: string
  readonly kind: OperationKind
  readonly state: OperationState
  readonly createdAt: Date
}

/** Where it came from. */
interface Before {
  /** Null for one that is new. */
  readonly from: OperationState | null
  /** Null where it could not be found. */
  readonly connectionId: string | null
}

/**
 * Writes a change of an operation's state as one line, after it is in the database. The age is by the
 * clock of this process. The line holds ids and codes, no amounts and no texts.
 */
export function logOperationChange(
  { id, transactionId, kind, state, createdAt }: ChangedOperation,
  { from, connectionId }: Before,
  to: Log = log(),
): void {
  const sinceIntentMs = Math.max(0, Date.now() - createdAt.getTime())
  to.info(
    {
      event: 'operation_changed',
      operationId: id,
      transactionId,
      connectionId,
      kind,
      from,
      to: state,
      sinceIntentMs,
    },
    'operation changed',
  )
}
