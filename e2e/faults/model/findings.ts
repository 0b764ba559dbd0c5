/** What must never happen, as the report counts it. */
export const FORBIDDEN = [
  'money mismatches',
  'double effects',
  'sends without intent',
  'second sends of an unknown',
  'wrong words to a person',
  'rows without actor',
  'chain breaks',
  'left open beyond the table',
  'instances that died by themselves',
  'webhooks believed or lost',
] as const
export type Forbidden = (typeof FORBIDDEN)[number]

export interface Finding {
  readonly kind: Forbidden
  readonly operationId: string | null
  readonly what: string
}
