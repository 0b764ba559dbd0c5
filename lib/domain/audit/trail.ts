import type { OperationKind } from '@/lib/domain/operation/operation'

/** An entry of the audit trail as people read it. */
export interface TrailEntry {
  readonly streamId: string
  readonly sequence: number
  /** ISO 8601, to the microsecond. */
  readonly at: string
  readonly action: string
  /** Null where no person acted. */
  readonly actorId: string | null
  readonly actorName: string
  readonly actorRole: string
  readonly reason: string | null
  readonly address: string | null
  readonly operationId: string | null
  /** What was noted besides, by the names under which it is kept. */
  readonly detail: Readonly<Record<string, unknown>>
  /** The payment that it is about. */
  readonly payment: { readonly id: string; readonly orderReference: string | null } | null
  /** The operation of its detail; null where there is none. */
  readonly operation: {
    readonly kind: OperationKind
    readonly amountMinor: number
    readonly currency: string
  } | null
  /** The name of the person or connection that it is about. */
  readonly about: string | null
  /** The batch that it is about. */
  readonly batchId: string | null
}

/** A page of the trail, the newest entry first. */
export interface TrailPage {
  readonly entries: readonly TrailEntry[]
  /** The cursor of the page after it; null when there is none. */
  readonly next: string | null
  /** The time to which entries were examined, where the page is short because of that. */
  readonly searchedUntil: string | null
}
