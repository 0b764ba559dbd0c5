/** A list that somebody keeps by name. */
export interface SavedView {
  readonly id: string
  readonly name: string
  /** What follows the `?` of its address. */
  readonly query: string
  readonly isShared: boolean
  /** Whether it belongs to who asked. */
  readonly isOwn: boolean
  readonly ownerName: string
}

/** A list to keep under a name. */
export interface SaveViewInput {
  readonly name: string
  readonly query: string
  readonly isShared: boolean
}

/** A kept list to remove. */
export interface RemoveViewInput {
  readonly id: string
}
