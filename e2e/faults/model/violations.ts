/** The kinds of violation, as the report counts them. */
export const FORBIDDEN = [
  'money mismatches',
  'double effects',
  'sends without intent',
  'second sends of an unknown',
  'wrong replies to a person',
  'rows without actor',
  'chain breaks',
  'left open beyond the table',
  'instances that died by themselves',
  'webhooks believed or lost',
] as const
export type Forbidden = (typeof FORBIDDEN)[number]

export interface Violation {
  readonly kind: Forbidden
  readonly operationId: string | null
  readonly what: string
}
