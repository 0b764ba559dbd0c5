/** One write on its way to the provider. */
export interface Send {
  readonly operationId: string
  /** Time of the write, in milliseconds since the epoch. */
  readonly atMs: number
  /** True when operation and attempt were committed before the write. */
  readonly wasIntentCommitted: boolean
  /** True when a planned fault delivered it twice. */
  readonly wasDoubled: boolean
  /** HTTP status; null when no response arrived. */
  responseStatus: number | null
}

const REJECTED_BEFORE_PROCESSING = [401, 403, 429]

/** All writes of the instances, in order. */
export class Sends {
  readonly all: Send[] = []

  note(send: Send): Send {
    this.all.push(send)
    return send
  }

  /** Ids that were sent again although the first send was not rejected before processing. */
  secondSends(): string[] {
    const last = new Map<string, Send>()
    const again: string[] = []
    for (const send of this.all) {
      const before = last.get(send.operationId)
      const mayRepeat =
        before?.responseStatus != null
          ? REJECTED_BEFORE_PROCESSING.includes(before.responseStatus)
          : before === undefined
      if (!mayRepeat) again.push(send.operationId)
      last.set(send.operationId, send)
    }
    return again
  }

  /** Time of an operation's first write; null when there was none. */
  firstAtMs(operationId: string): number | null {
    return this.all.find((send) => send.operationId === operationId)?.atMs ?? null
  }

  sendsWithoutIntent(): string[] {
    return this.all.filter((send) => !send.wasIntentCommitted).map((send) => send.operationId)
  }

  doubled(): ReadonlySet<string> {
    return new Set(this.all.filter((send) => send.wasDoubled).map((send) => send.operationId))
  }
}
