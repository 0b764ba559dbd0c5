import type { OperationKind } from '@/lib/domain/operation/operation'
import type { DatabaseAction } from '../model/database-rules'
import type { FaultId } from '../model/fault-ids'
import type { ProviderAction, SandboxFault } from '../model/provider-rules'
import type { Statement } from '../model/statements'

/** The point at which a call is frozen, so that its instance can be killed or paused there. */
export type Point =
  | { readonly statement: Statement; readonly action: 'freeze-before' | 'freeze-after' }
  | { readonly provider: 'freeze-before' | 'freeze-after' }

/** Calls of a provider while the outcome of an operation is unknown. */
export type WebhookCall = 'duplicated' | 'late' | 'forged' | 'oversized' | 'killed'

/** The way a fault is injected. */
export type Injection =
  | {
      readonly type: 'write'
      readonly action: ProviderAction
      readonly reads?: { readonly action: ProviderAction; readonly times: number }
    }
  /** The write passes; the reads after it have the fault. */
  | { readonly type: 'read-back'; readonly action: ProviderAction; readonly times: number }
  | {
      readonly type: 'connection'
      readonly name: 'unknown-name' | 'refused' | 'no-tls' | 'foreign'
    }
  | {
      readonly type: 'statement'
      readonly statement: Statement
      readonly action: DatabaseAction
      readonly inRepair?: boolean
    }
  | { readonly type: 'outage'; readonly statement: Statement }
  | { readonly type: 'kill' | 'pause'; readonly at: Point; readonly inRepair?: boolean }
  | { readonly type: 'two-people' | 'capture-against-void' }
  | { readonly type: 'double-click'; readonly otherInput: boolean }
  | { readonly type: 'clock'; readonly offsetMs: number }
  | { readonly type: 'portal'; readonly when: 'before' | 'meanwhile' }
  | { readonly type: 'expired' }
  | { readonly type: 'webhook'; readonly how: WebhookCall }

/** One form of a fault. */
export interface Variant {
  readonly fault: FaultId
  readonly injection: Injection
  /** Kinds of operation it applies to; all when left out. */
  readonly kinds?: readonly OperationKind[]
  /** True when the operation may end in review according to the fault table. */
  readonly mayNeedReview?: boolean
}

/** A fault of the sandbox at the write. */
export function write(
  fault: FaultId,
  sandboxFault: SandboxFault,
  rest: Omit<Variant, 'fault' | 'injection'> = {},
): Variant {
  return {
    fault,
    injection: { type: 'write', action: { type: 'sandbox', fault: sandboxFault } },
    ...rest,
  }
}

/** Faults of the sandbox at the write and at the reads after it. */
export function withReads(
  fault: FaultId,
  writeFault: SandboxFault,
  readFault: SandboxFault,
  times: number,
  rest: Omit<Variant, 'fault' | 'injection'> = {},
): Variant {
  const reads = { action: { type: 'sandbox', fault: readFault } as const, times }
  return {
    fault,
    injection: { type: 'write', action: { type: 'sandbox', fault: writeFault }, reads },
    ...rest,
  }
}

/** The write passes, and the reads after it have a fault of the sandbox. */
export function readBack(
  fault: FaultId,
  sandboxFault: SandboxFault,
  times: number,
  rest: Omit<Variant, 'fault' | 'injection'> = {},
): Variant {
  const action = { type: 'sandbox', fault: sandboxFault } as const
  return { fault, injection: { type: 'read-back', action, times }, ...rest }
}

/** The provider calls while a response is lost. */
export function webhook(fault: FaultId, how: WebhookCall): Variant {
  return { fault, injection: { type: 'webhook', how } }
}
