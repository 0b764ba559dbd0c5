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
