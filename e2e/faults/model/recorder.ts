import type { FaultId } from './fault-ids'
import type { OperationRequest, Reply } from './messages'

/** One request of an actor with its reply. */
export interface RecordedReply {
  readonly request: OperationRequest
  readonly actorName: string
  readonly reply: Reply
  /** True when the person asked again after a reply that never came. */
  readonly isAgain?: true
}

/**
 * The webhooks of one id: the contents of the genuine ones that were sent, and of those that were
 * accepted.
 */
export interface WebhooksSent {
  readonly subject: string
  readonly sent: readonly string[]
  readonly accepted: readonly string[]
  /** Statuses of calls that must be refused. */
  readonly refusals: readonly (number | null)[]
}

/** Record of the requests, webhooks and faults of one seed. */
export class Recorder {
  readonly replies: RecordedReply[] = []
  readonly webhooks: WebhooksSent[] = []
  /** Operations that may end in review according to the fault table. */
  readonly mayNeedReview = new Set<string>()
  /** Operations that a colleague did the like of before they arrived. */
  readonly doneByColleague = new Set<string>()
  /** Payments with a change from elsewhere at a provider that does not identify our operations. */
  readonly unattributed = new Set<string>()
  /** The problems with which imports ended that should have come to their end. */
  readonly failedImports: string[] = []
  /** The planned fault of each operation, to explain a violation. */
  readonly intendedFault = new Map<string, FaultId>()
  readonly #hits = new Map<FaultId, number>()

  hit(fault: FaultId): void {
    this.#hits.set(fault, (this.#hits.get(fault) ?? 0) + 1)
  }

  hits(fault: FaultId): number {
    return this.#hits.get(fault) ?? 0
  }
}
