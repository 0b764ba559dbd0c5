import { isPermitted, type Role } from '@/lib/domain/access/permission'
import type { Obstacle } from '@/lib/domain/operation/obstacle'
import { OPERATION_KINDS, type OperationKind } from '@/lib/domain/operation/operation'
import { capability, type Situation } from '@/lib/domain/rules/capability'
import type { TransactionView } from '@/lib/domain/view/transaction-view'

/** What the payment itself, or the role of a person, has against an operation. */
export type WhyNot =
  | {
      readonly obstacle: Obstacle | 'order_differs_from_hold'
      /** What this person can do about it. */
      readonly instead: Instead | null
    }
  | { readonly role: Role; readonly kind: OperationKind }

/** What a button needs to know: how much at most, or why not. */
export type Availability =
  | { readonly allowed: true; readonly maxMinor: number }
  | { readonly allowed: false; readonly why: WhyNot }

export type Availabilities = Readonly<Record<OperationKind, Availability>>

type Instead = 'refund' | 'void'

/** Where one operation comes too early or too late, and another does what is meant. */
const INSTEAD: Readonly<Partial<Record<Obstacle, Instead>>> = {
  nothing_captured: 'void',
  captured_cannot_void: 'refund',
  no_authorization_phase: 'refund',
}

type Facts = Situation & Pick<TransactionView, 'items'>

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
  if (!possible.allowed) {
    const { obstacle } = possible
    return { allowed: false, why: { obstacle, instead: insteadOf(obstacle, role, transaction) } }
  }
  if (kind === 'update_authorization' && !itemsMakeTheHold(transaction)) {
    return { allowed: false, why: { obstacle: 'order_differs_from_hold', instead: null } }
  }
  return isPermitted(role, `operate:${kind}`)
    ? { allowed: true, maxMinor: possible.maxMinor }
    : { allowed: false, why: { role, kind } }
}

/** Only what this person may do, and the payment allows, is worth naming. */
function insteadOf(obstacle: Obstacle, role: Role, transaction: Facts): Instead | null {
  const instead = INSTEAD[obstacle]
  if (instead === undefined || !isPermitted(role, `operate:${instead}`)) return null
  return capability(instead, transaction).allowed ? instead : null
}

function itemsMakeTheHold({ items, totals }: Facts): boolean {
  return items.reduce((sum, { item }) => sum + item.amountMinor, 0) === totals.authorizedMinor
}
