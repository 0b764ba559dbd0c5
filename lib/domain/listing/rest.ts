/** The rest of a part capture: `open` asks a person to decide, `kept` is to be shipped later. */
export const RESTS = ['open', 'kept'] as const
export type Rest = (typeof RESTS)[number]

/** Ages of orders in days, from their first day on. */
export const REST_AGES = [
  { age: 'week', fromDays: 0, toDays: 6 },
  { age: 'month', fromDays: 7, toDays: 29 },
  { age: 'older', fromDays: 30, toDays: null },
] as const
export type RestAge = (typeof REST_AGES)[number]['age']

/** What is left over after part captures, in one currency. */
export interface RestSum {
  readonly rest: Rest
  readonly age: RestAge
  readonly currency: string
  readonly count: number
  /** Minor units. */
  readonly heldMinor: number
}
