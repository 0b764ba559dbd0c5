/** The reason why an entry does not fit, or the part that is missing. */
export type ChainProblem =
  | 'entry_missing'
  | 'does_not_follow'
  | 'content_changed'
  | 'not_as_exported'
  | 'chain_missing'
  | 'end_missing'
  | 'shorter_than_exported'
  | 'dated_anew'

/** The result of verifying the audit trail. */
export interface AuditReport {
  readonly chains: number
  readonly entries: number
  /** SHA-256 over the newest entry of every chain: one line that stands for everything. */
  readonly digest: string
  /** By the database's clock. */
  readonly verifiedAt: Date
  /** The first entry that doesn't fit, or null. */
  readonly firstBad: {
    readonly chainId: string
    readonly sequence: number
    readonly problem: ChainProblem
    /** The payment whose chain it is, when it is one. */
    readonly payment: { readonly id: string; readonly orderReference: string | null } | null
    /** The name of the person whose chain it is, when it is one. */
    readonly personName: string | null
  } | null
}
