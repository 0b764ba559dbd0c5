import { OPERATION_STATES } from '@/lib/domain/operation/outcome'

/** What entries of the audit trail are about, as they are filtered by. */
export const TRAIL_SUBJECTS = [
  'operations',
  'reviews',
  'notes',
  'batches',
  'people',
  'connections',
  'settings',
  'exports',
] as const
export type TrailSubject = (typeof TRAIL_SUBJECTS)[number]

/** The beginnings of the actions of each subject. */
export const ACTION_PREFIXES: Readonly<Record<TrailSubject, readonly string[]>> = {
  operations: ['operation.'],
  reviews: ['review.'],
  notes: ['note.', 'rest.', 'tag.'],
  batches: ['batch.'],
  people: ['person.'],
  connections: ['connection.'],
  settings: ['organization.', 'rule.'],
  exports: ['transactions.'],
}

/** Every action but those of operations, which are their states. */
export const OTHER_ACTIONS = [
  'review.decided',
  'review.settled',
  'note.written',
  'rest.kept',
  'tag.added',
  'tag.removed',
  'batch.started',
  'batch.paused',
  'batch.resumed',
  'batch.stopped',
  'batch.ended',
  'person.added',
  'person.invited',
  'person.joined',
  'person.renamed',
  'person.role_changed',
  'person.connections_changed',
  'person.password_changed',
  'person.link_made',
  'person.unlocked',
  'person.disabled',
  'person.enabled',
  'person.signed_out',
  'person.browser_signed_out',
  'person.handed_over',
  'person.identity_linked',
  'person.second_factor_set_up',
  'person.second_factor_turned_off',
  'person.second_factor_reset',
  'person.recovery_codes_made',
  'person.recovery_code_used',
  'person.passkey_added',
  'person.passkey_renamed',
  'person.passkey_removed',
  'person.passkeys_removed',
  'person.passkey_refused',
  'connection.added',
  'connection.renamed',
  'connection.settings_changed',
  'connection.secret_replaced',
  'connection.disabled',
  'connection.enabled',
  'connection.closed',
  'connection.removed',
  'organization.setting_changed',
  'rule.added',
  'rule.removed',
  'rule.switched_on',
  'rule.switched_off',
  'rule.stopped',
  'transactions.exported',
] as const
export type OtherAction = (typeof OTHER_ACTIONS)[number]

/** Every action that an entry of the trail can have. */
export const AUDIT_ACTIONS: readonly string[] = [
  ...OPERATION_STATES.map((state) => `operation.${state}`),
  ...OTHER_ACTIONS,
]

/** An action that is not one of an operation; null for those, and for one that is not known. */
export function otherAction(action: string): OtherAction | null {
  return OTHER_ACTIONS.find((known) => known === action) ?? null
}
