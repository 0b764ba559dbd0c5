/** Where a merchant wants to be told of payments, as set up in the portal (fact sheet §11). */
export interface Subscription {
  readonly id: string
  readonly entityId: string
  readonly url: string
  /** 64 hex digits. */
  readonly key: string
  readonly wrapper: 'none' | 'JSON'
  /** Only after the test request was taken. */
  readonly active: boolean
}
