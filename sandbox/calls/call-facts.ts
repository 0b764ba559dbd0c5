/** What is known about a call before it is carried out. */
export interface CallFacts {
  readonly provider: string
  /** The provider's word for what is asked, e.g. `capture`. */
  readonly operation: string
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly transactionId?: string | undefined
  /** The caller's own reference of the operation. */
  readonly reference?: string | undefined
  /** Amount asked for, in minor units. */
  readonly amountMinor?: number | undefined
}
