const LIMIT = 200_000

/** The description of a call before it is carried out. */
export interface CallFacts {
  readonly provider: string
  /** The provider's name of the operation, e.g. `capture`. */
  readonly operation: string
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly transactionId?: string | undefined
  /** The caller's own reference of the operation. */
  readonly reference?: string | undefined
  /** Requested amount, in minor units. */
  readonly amountMinor?: number | undefined
}

/** One call as received. Times in milliseconds since the epoch. */
export interface LoggedCall extends CallFacts {
  /** Running number, never used twice. */
  readonly seq: number
  readonly startedAtMs: number
  /** Types of the faults that hit this call. */
  readonly faults: readonly string[]
  finishedAtMs: number | null
  durationMs: number | null
  /**
   * HTTP status sent, `dropped` when no complete response was sent, null while the call is open.
   */
  responseStatus: number | 'dropped' | null
  /** True when the call itself changed the ledger. */
  effect: boolean
}

/** The newest calls, in a ring buffer. */
export class CallLog {
  private ring: LoggedCall[] = []
  private lastSeq = 0

  constructor(private readonly now: () => number) {}

  /** Records a received call. */
  open(facts: CallFacts, faults: readonly string[]): LoggedCall {
    this.lastSeq += 1
    const call: LoggedCall = {
      seq: this.lastSeq,
      ...facts,
      startedAtMs: this.now(),
      faults,
      finishedAtMs: null,
      durationMs: null,
      responseStatus: null,
      effect: false,
    }
    this.ring[this.lastSeq % LIMIT] = call
    return call
  }

  /** Records the end of a call; only the first one counts. */
  close(call: LoggedCall, responseStatus: number | 'dropped'): void {
    if (call.responseStatus !== null) return
    call.responseStatus = responseStatus
    call.finishedAtMs = this.now()
    call.durationMs = call.finishedAtMs - call.startedAtMs
  }

  /** Calls with a number above `since`, oldest first, of one provider or of all. */
  list(since: number, provider: string | undefined): LoggedCall[] {
    return this.ring
      .filter((call) => call.seq > since && (!provider || call.provider === provider))
      .sort((left, right) => left.seq - right.seq)
  }

  /** Deletes the calls; numbers go on. */
  clear(): void {
    this.ring = []
  }
}
