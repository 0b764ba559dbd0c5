import { isPermitted, type Role } from '@/lib/domain/access/permission'
import type { DenialReason } from '@/lib/domain/operation/denial-reason'
import { OPERATION_KINDS, type OperationKind } from '@/lib/domain/operation/operation'
import { capability, type Situation } from '@/lib/domain/rules/capability'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { describeNotPermitted } from '@/lib/i18n/describe-not-permitted'
import type { I18n } from '@/lib/i18n/i18n'

/** The denial reason of an operation, from the payment itself or from the role of the person. */
export type Denial =
  | {
      readonly denialReason: DenialReason | 'order_differs_from_hold'
      /** The advice for this person. */
      readonly instead: Instead | null
    }
  | { readonly role: Role; readonly kind: OperationKind }

/** The availability of an operation: its maximum in minor units, or its denial reason. */
export type Availability =
  | { readonly allowed: true; readonly maxMinor: number }
  | { readonly allowed: false; readonly denial: Denial }

export type Availabilities = Readonly<Record<OperationKind, Availability>>

/** The most that an operation may move; 0 where it may not be done. */
export function maxMinorOf(availability: Availability): number {
  return availability.allowed ? availability.maxMinor : 0
}

type Instead = 'refund' | 'void'

/** The operation that serves the same purpose where this one is too early or too late. */
const INSTEAD: Readonly<Partial<Record<DenialReason, Instead>>> = {
  nothing_captured: 'void',
  captured_cannot_void: 'refund',
  no_authorization_phase: 'refund',
}

type Facts = Situation & Pick<TransactionView, 'items'>

/**
 * The availability of each operation of a payment for one person. The payment is checked first: a
 * role only matters where something could be done.
 */
export function availabilities(role: Role, transaction: Facts): Availabilities {
  const entries = OPERATION_KINDS.map((kind) => [kind, availability(kind, role, transaction)])
  return Object.fromEntries(entries) as Availabilities
}

function availability(kind: OperationKind, role: Role, transaction: Facts): Availability {
  const possible = capability(kind, transaction)
  if (!possible.allowed) {
    const { denialReason } = possible
    return {
      allowed: false,
      denial: { denialReason, instead: insteadOf(denialReason, role, transaction) },
    }
  }
  if (kind === 'update_authorization' && !itemsMakeTheHold(transaction)) {
    return { allowed: false, denial: { denialReason: 'order_differs_from_hold', instead: null } }
  }
  return isPermitted(role, `operate:${kind}`)
    ? { allowed: true, maxMinor: possible.maxMinor }
    : { allowed: false, denial: { role, kind } }
}

/** The other operation is named only if this person may do it and the payment allows it. */
function insteadOf(denialReason: DenialReason, role: Role, transaction: Facts): Instead | null {
  const instead = INSTEAD[denialReason]
  if (instead === undefined || !isPermitted(role, `operate:${instead}`)) return null
  return capability(instead, transaction).allowed ? instead : null
}

function itemsMakeTheHold({ items, totals }: Facts): boolean {
  return items.reduce((sum, { item }) => sum + item.amountMinor, 0) === totals.authorizedMinor
}

/** The denial reason in words, and the operation that is possible instead. */
export function describeDenial(denial: Denial, i18n: I18n): string {
  if ('role' in denial) return describeNotPermitted(denial.role, `operate:${denial.kind}`, i18n)
  const { t } = i18n
  const { denialReason: code, instead } = denial
  if (code === 'order_differs_from_hold') return t(`operationFailures.${code}`)
  const denialReason = t(`denialReasons.${code}`)
  return instead === null ? denialReason : t(`actions.instead.${instead}`, { denialReason })
}
