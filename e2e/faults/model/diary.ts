import type { FaultId } from './fault-ids'
import type { Ask, Told } from './messages'

/** One request of a person and what they heard. */
export interface Hearing {
  readonly ask: Ask
  readonly actorName: string
  readonly told: Told
}

/** Webhooks that name one id: what the genuine ones said that were sent, and those that were taken. */
export interface WebhooksSent {
  readonly subject: string
  readonly sent: readonly string[]
  readonly taken: readonly string[]
  /** Answers to calls that must be refused. */
  readonly refusals: readonly (number | null)[]
}

/** What a campaign remembers of what it did. */
export class Diary {
  readonly hearings: Hearing[] = []
  readonly webhooks: WebhooksSent[] = []
  /** Operations that the fault table lets end with people. */
  readonly mayNeedReview = new Set<string>()
  /** Payments with which others did something that nobody can tell from ours. */
  readonly unclear = new Set<string>()
  /** Which fault was meant for an operation, to explain a finding. */
  readonly meantFor = new Map<string, FaultId>()
  readonly #hits = new Map<FaultId, number>()

  hit(fault: FaultId): void {
    this.#hits.set(fault, (this.#hits.get(fault) ?? 0) + 1)
  }

  hits(fault: FaultId): number {
    return this.#hits.get(fault) ?? 0
  }
}
