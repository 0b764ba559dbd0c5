import { ROLES } from '@/lib/domain/access/permission'
import { otherAction } from '@/lib/domain/audit/audit-actions'
import type { TrailEntry } from '@/lib/domain/audit/trail'
import { OPERATION_STATES } from '@/lib/domain/operation/outcome'
import type { Texts } from './i18n'

/** What an entry says was done, in words; an action that is not known is named as it is kept. */
export function describeAction({ action, operation }: TrailEntry, t: Texts): string {
  const other = otherAction(action)
  if (other !== null) return t(`trail.actions.${other}`)
  const state = OPERATION_STATES.find((known) => action === `operation.${known}`)
  if (state === undefined || operation === null) return action
  const kind = t(`operationKinds.${operation.kind}`)
  if (state === 'intended') return t('trail.requested', { kind })
  return t('trail.operation', { kind, state: t(`states.${state}`) })
}

/** The role in which a person acted, or the way in which Paydesk did by itself. */
export function describeActorRole({ actorRole }: TrailEntry, t: Texts): string {
  const role = ROLES.find((known) => known === actorRole)
  if (role !== undefined) return t(`roles.${role}`)
  const other = OTHER_ROLES.find((known) => known === actorRole)
  return other === undefined ? actorRole : t(`trail.actorRoles.${other}`)
}

const OTHER_ROLES = ['system', 'operator', 'single_sign_on'] as const

/** What an entry is about: an order, a payment without a number, a batch, a person or a connection. */
export function describeSubject({ payment, batchId, about }: TrailEntry, t: Texts): string {
  if (payment !== null) {
    const { orderReference: reference } = payment
    return reference === null ? t('trail.payment') : t('trail.order', { reference })
  }
  return batchId === null ? (about ?? '') : t('trail.batch')
}
