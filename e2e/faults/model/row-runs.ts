/** Who carries out which row of a batch at which time, to find one in two hands. */
export class RowRuns {
  /** Operation ids of rows that a living process had in hand when another one took them up. */
  readonly twice = new Set<string>()
  readonly #owners = new Map<string, { readonly owner: object; readonly fromMs: number }>()

  /** @param leaseMs after this another process may take up a row: its owner was paused */
  constructor(private readonly leaseMs: number) {}

  begin(operationId: string, owner: object, atMs: number): void {
    const before = this.#owners.get(operationId)
    // The lease began a little before its owner said so.
    if (before !== undefined && atMs - before.fromMs < this.leaseMs / 2) this.twice.add(operationId)
    this.#owners.set(operationId, { owner, fromMs: atMs })
  }

  end(operationId: string, owner: object): void {
    if (this.#owners.get(operationId)?.owner === owner) this.#owners.delete(operationId)
  }

  /** Forgets what a process had in hand that is gone. */
  endAll(owner: object): void {
    for (const operationId of this.#owners.keys()) this.end(operationId, owner)
  }
}
