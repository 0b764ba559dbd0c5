import { capability, type Availability } from '@/lib/domain/capability'
import { OPERATION_KINDS, type OperationKind } from '@/lib/domain/operation'
import { isPermitted, type Role } from '@/lib/domain/permission'
import type { TransactionView } from '@/lib/domain/transaction-view'
import { ROLE_LABELS } from '@/lib/format/labels'
import { rolesText } from '@/lib/format/roles'
import type { Availabilities } from './operations'

const DEEDS: Readonly<Record<OperationKind, string>> = {
  capture: 'capture',
  refund: 'refund',
  void: 'void',
  update_authorization: 'change orders',
  extend_authorization: 'extend the time',
}

type Facts = Pick<
  TransactionView,
  'provider' | 'method' | 'status' | 'totals' | 'openOperation' | 'items'
>

/**
 * What can be done with a payment by somebody, or why not. What the payment allows comes first: a
 * role only matters where something could be done.
 */
export function availabilities(role: Role, transaction: Facts): Availabilities {
  const entries = OPERATION_KINDS.map((kind) => [kind, availability(kind, role, transaction)])
  return Object.fromEntries(entries) as Availabilities
}

function availability(kind: OperationKind, role: Role, transaction: Facts): Availability {
  const possible = capability(kind, transaction)
  if (!possible.allowed) return { allowed: false, reason: possible.reason }
  if (kind === 'update_authorization' && !itemsMakeTheHold(transaction)) {
    return {
      allowed: false,
      reason: 'The order lines don’t add up to what is authorized, so they can’t be changed here.',
    }
  }
  if (isPermitted(role, `operate:${kind}`)) return { allowed: true, maxMinor: possible.maxMinor }
  const asked = rolesText(`operate:${kind}`)
  const reason = `Your role, ${ROLE_LABELS[role]}, may not ${DEEDS[kind]}. Ask ${asked}.`
  return { allowed: false, reason }
}

function itemsMakeTheHold({ items, totals }: Facts): boolean {
  return items.reduce((sum, { item }) => sum + item.amountMinor, 0) === totals.authorizedMinor
}
