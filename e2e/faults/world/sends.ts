/** One write as it came by on its way to the provider. */
export interface Send {
  readonly operationId: string
  /** When it came by, in milliseconds since the epoch. */
  readonly atMs: number
  /** True when operation and attempt were committed before it came by. */
  readonly wasAnnounced: boolean
  /** True when the network delivered it twice by order of the campaign. */
  readonly wasDoubled: boolean
  /** HTTP status; null when the answer did not get through. */
  answered: number | null
}

const REJECTED_BEFORE_PROCESSING = [401, 403, 429]

/** Every write that left an instance, in order. */
export class Sends {
  readonly all: Send[] = []

  note(send: Send): Send {
    this.all.push(send)
    return send
  }

  /** Ids that were sent again although the first send had not been turned away unread. */
  secondSends(): string[] {
    const last = new Map<string, Send>()
    const again: string[] = []
    for (const send of this.all) {
      const before = last.get(send.operationId)
      const mayRepeat =
        before?.answered != null
          ? REJECTED_BEFORE_PROCESSING.includes(before.answered)
          : before === undefined
      if (!mayRepeat) again.push(send.operationId)
      last.set(send.operationId, send)
    }
    return again
  }

  /** When an operation's first write came by; null when none did. */
  firstAtMs(operationId: string): number | null {
    return this.all.find((send) => send.operationId === operationId)?.atMs ?? null
  }

  unannounced(): string[] {
    return this.all.filter((send) => !send.wasAnnounced).map((send) => send.operationId)
  }

  doubled(): ReadonlySet<string> {
    return new Set(this.all.filter((send) => send.wasDoubled).map((send) => send.operationId))
  }
}
