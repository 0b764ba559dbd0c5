/** A webhook subscription of an account (fact sheet §13.3). */
export interface Subscription {
  readonly id: string
  readonly accountId: string
  readonly url: string
  readonly secret: string
  readonly events: readonly string[]
  readonly createdAt: string
}
