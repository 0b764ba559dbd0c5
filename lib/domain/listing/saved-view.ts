/** A list saved under a name. */
export interface SavedView {
  readonly id: string
  readonly name: string
  /** The query string of its address, without the `?`. */
  readonly query: string
  readonly isShared: boolean
  /** True when it belongs to the person who reads it. */
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
