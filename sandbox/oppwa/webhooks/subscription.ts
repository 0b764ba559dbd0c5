/** A merchant's webhook, as set up in the portal (fact sheet §11). */
export interface Subscription {
  readonly id: string
  readonly entityId: string
  readonly url: string
  /** 64 hex digits. */
  readonly key: string
  readonly wrapper: 'none' | 'JSON'
  /** True once the test request was accepted. */
  readonly active: boolean
}
