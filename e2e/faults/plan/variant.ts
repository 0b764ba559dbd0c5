import type { OperationKind } from '@/lib/domain/operation/operation'
import type { DatabaseAction } from '../model/database-rules'
import type { FaultId } from '../model/fault-ids'
import type { ProviderAction, SandboxFault } from '../model/provider-rules'
import type { Statement } from '../model/statements'

/** Where a call is frozen, so that its instance can be killed or paused there. */
export type Point =
  | { readonly statement: Statement; readonly action: 'freeze-before' | 'freeze-after' }
  | { readonly provider: 'freeze-before' | 'freeze-after' }

/** How a provider calls us while we don't know what became of an operation. */
export type WebhookCall = 'duplicated' | 'late' | 'forged' | 'oversized' | 'killed'

/** How a fault is brought about. */
export type Means =
  | {
      readonly type: 'write'
      readonly action: ProviderAction
      readonly reads?: { readonly action: ProviderAction; readonly times: number }
    }
  /** The write passes; the reads that follow it meet the fault. */
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

/** One way in which a fault shows itself. */
export interface Variant {
  readonly fault: FaultId
  readonly means: Means
  /** Kinds of operation that it can hit; all when left out. */
  readonly kinds?: readonly OperationKind[]
  /** The fault table lets it end with people. */
  readonly mayNeedReview?: boolean
}

/** A write meets a fault of the sandbox. */
export function write(
  fault: FaultId,
  sandboxFault: SandboxFault,
  rest: Omit<Variant, 'fault' | 'means'> = {},
): Variant {
  return {
    fault,
    means: { type: 'write', action: { type: 'sandbox', fault: sandboxFault } },
    ...rest,
  }
}

/** So do the reads that follow it. */
export function withReads(
  fault: FaultId,
  writeFault: SandboxFault,
  readFault: SandboxFault,
  times: number,
  rest: Omit<Variant, 'fault' | 'means'> = {},
): Variant {
  const reads = { action: { type: 'sandbox', fault: readFault } as const, times }
  return {
    fault,
    means: { type: 'write', action: { type: 'sandbox', fault: writeFault }, reads },
    ...rest,
  }
}

/** The write passes, and the reads that follow it meet a fault of the sandbox. */
export function readBack(
  fault: FaultId,
  sandboxFault: SandboxFault,
  times: number,
  rest: Omit<Variant, 'fault' | 'means'> = {},
): Variant {
  const action = { type: 'sandbox', fault: sandboxFault } as const
  return { fault, means: { type: 'read-back', action, times }, ...rest }
}

/** The provider calls while an answer is lost. */
export function webhook(fault: FaultId, how: WebhookCall): Variant {
  return { fault, means: { type: 'webhook', how } }
}
