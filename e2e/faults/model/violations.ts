/** The kinds of violation, as the report counts them. */
export const FORBIDDEN = [
  'money mismatches',
  'double effects',
  'booked as ours but not ours',
  'sends without intent',
  'second sends of an unknown',
  'wrong replies to a person',
  'rows without actor',
  'chain breaks',
  'left open beyond the table',
  'lost answers left open',
  'instances that died by themselves',
  'webhooks believed or lost',
  'unread and unseen',
  'batch rows twice',
  'batch rows lost',
] as const
export type Forbidden = (typeof FORBIDDEN)[number]

export interface Violation {
  readonly kind: Forbidden
  readonly operationId: string | null
  readonly what: string
}
