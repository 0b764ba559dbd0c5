import type { OperationKind } from '@/lib/domain/operation/operation'
import type { AnswerChange } from '../model/answer-changes'
import type { DatabaseAction } from '../model/database-rules'
import type { FaultId } from '../model/fault-ids'
import type { MeetingTime, ProviderAction, SandboxFault } from '../model/provider-rules'
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
  /** The answer to the write has other content. */
  | { readonly type: 'changed-answer'; readonly change: AnswerChange }
  /** The answer to the write has this fault, and the reads after it have other content for a while. */
  | {
      readonly type: 'changed-reads'
      readonly write: SandboxFault
      readonly change: AnswerChange
    }
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
  /** The browser's network fails; then the person asks again with the same operation id. */
  | {
      readonly type: 'browser'
      readonly lost: 'request' | 'reply'
      /** True when the person asks again before the first request is over. */
      readonly isHasty: boolean
    }
  | { readonly type: 'clock'; readonly offsetMs: number }
  | { readonly type: 'portal'; readonly when: 'before' | 'meanwhile' }
  /** The answer is lost and two people ask for the outcome; `tellsTime` limits say until when. */
  | { readonly type: 'read-limit'; readonly tellsTime: boolean }
  /** The list is imported meanwhile, to an empty last page, or with an entry that makes no sense. */
  | { readonly type: 'import'; readonly with: 'empty-page' | 'unreadable-payment' }
  /** A colleague acts in the portal while our send is under way; with `isSame`, as it would. */
  | {
      readonly type: 'colleague'
      readonly when: MeetingTime
      readonly isLost: boolean
      readonly isSame: boolean
    }
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

/** The answer to the write has other content. */
export function changedAnswer(
  fault: FaultId,
  change: AnswerChange,
  rest: Omit<Variant, 'fault' | 'injection'> = {},
): Variant {
  return { fault, injection: { type: 'changed-answer', change }, ...rest }
}

/** The response to the write is lost, unless it has another fault, and reads have other content. */
export function changedReads(
  fault: FaultId,
  change: AnswerChange,
  rest: Omit<Variant, 'fault' | 'injection'> = {},
  write: SandboxFault = { type: 'drop', when: 'after' },
): Variant {
  return { fault, injection: { type: 'changed-reads', write, change }, ...rest }
}
