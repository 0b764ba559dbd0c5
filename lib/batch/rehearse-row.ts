import { createHash } from 'node:crypto'
import type { BatchKind, RowFinding, RowVerdict } from '@/lib/domain/batch/batch'
import type { RehearsedPayment } from '@/lib/domain/batch/rehearsed-payment'
import type { RowLine, WantedRow } from '@/lib/domain/batch/wanted-row'
import type { AmountChoice } from '@/lib/domain/operation/inputs'
import { failure, type Failure, type Result } from '@/lib/domain/operation/result'
import { heldMinor, refundableMinor } from '@/lib/domain/payment/transaction'
import { capability, type Allowed } from '@/lib/domain/rules/capability'
import { correctionOf } from '@/lib/domain/rules/correction'
import { retryDenialReason } from '@/lib/domain/rules/retry-advice'
import { planCapture } from '@/lib/operations/capture-payment'
import { planRefund } from '@/lib/operations/refund-payment'
import { chooseAmount } from './choose-amount'

/** The part of a row that could be started as it is. */
export interface Startable {
  readonly choice: AmountChoice
  readonly lines: readonly RowLine[]
  readonly fingerprint: string
  readonly isPart: boolean
}

/** What the rehearsal found about one row. */
export interface RehearsedRow {
  readonly wanted: WantedRow
  readonly payment: RehearsedPayment | null
  readonly verdict: RowVerdict
  readonly findings: readonly RowFinding[]
  /** Null where nothing can be started. */
  readonly startable: Startable | null
}

export interface RehearsedKind {
  readonly kind: BatchKind
  readonly reason: string | null
  readonly now: Date
}

/**
 * Decides what would become of a row, by the same rules as the operation itself, and writes nothing.
 */
export function rehearseRow(
  { kind, reason, now }: RehearsedKind,
  wanted: WantedRow,
  found: readonly RehearsedPayment[],
): RehearsedRow {
  const { findings } = wanted
  if (found.length === 0) {
    return { wanted, payment: null, verdict: 'not_found', findings, startable: null }
  }
  const payment = onlyOf(kind, found)
  if (payment === null) {
    const several = [...findings, { code: 'several_payments', count: found.length }] as const
    return { wanted, payment: null, verdict: 'needs_eye', findings: several, startable: null }
  }
  const end = (verdict: RowVerdict, more: readonly RowFinding[]): RehearsedRow => ({
    wanted,
    payment,
    verdict,
    findings: [...findings, ...more],
    startable: null,
  })
  const refuse = (error: Failure) => end('not_allowed', [{ code: 'refused', failure: error }])

  const allowed = capability(kind, payment)
  if (!allowed.allowed) {
    if (isDone(kind, payment)) return end('already_done', [{ code: 'nothing_left' }])
    const { denialReason } = allowed
    return refuse(failure('not_allowed', { values: { denialReason } }).error)
  }
  const { currency } = payment
  if (wanted.currency !== null && wanted.currency !== currency) {
    return refuse(failure('wrong_currency', { values: { currency } }).error)
  }
  if (findings.length > 0) return end('needs_eye', [])
  const chosen = chooseAmount(kind, wanted, payment, allowed)
  if (!chosen.ok) return end(verdictOf(chosen.findings), chosen.findings)
  const { choice, lines, isPart } = chosen
  const planned = planOf(kind, { wanted, payment, allowed, choice, reason })
  if (!planned.ok) return refuse(planned.error)
  const fingerprint = fingerprintOf(
    kind,
    payment.id,
    chosen.intent,
    isPart ? wanted.reference : null,
  )
  const advice = isAdvisedAgainst(kind, payment, choice.amountMinor, now)
  const eyes = [...chosen.findings, ...(advice ? [{ code: 'advised_against' } as const] : [])]
  return {
    wanted,
    payment,
    verdict: eyes.length > 0 ? 'needs_eye' : 'will_do',
    findings: eyes,
    startable: { choice, lines, fingerprint, isPart },
  }
}

/** The one payment that is meant: the only one, or the only one of several that allows this. */
function onlyOf(kind: BatchKind, found: readonly RehearsedPayment[]): RehearsedPayment | null {
  const [first, ...others] = found
  if (first !== undefined && others.length === 0) return first
  const [able, ...more] = found.filter((payment) => capability(kind, payment).allowed)
  return able !== undefined && more.length === 0 ? able : null
}

/** True where the same has been done already, here or elsewhere, so that nothing is left to do. */
function isDone(kind: BatchKind, { totals }: RehearsedPayment): boolean {
  switch (kind) {
    case 'capture':
      return heldMinor(totals) === 0 && totals.capturedMinor > 0
    case 'refund':
      return refundableMinor(totals) === 0 && totals.refundedMinor > 0
    case 'void':
      return heldMinor(totals) === 0 && totals.releasedMinor > 0
    case 'extend_authorization':
      return false
  }
}

function verdictOf(findings: readonly RowFinding[]): RowVerdict {
  const [first] = findings
  if (first?.code === 'nothing_left') return 'already_done'
  return first?.code === 'refused' ? 'not_allowed' : 'needs_eye'
}

interface Planned {
  readonly wanted: WantedRow
  readonly payment: RehearsedPayment
  readonly allowed: Allowed
  readonly choice: AmountChoice
  readonly reason: string | null
}

/** Fails as the operation itself would. A void and an extension take what is there. */
function planOf(
  kind: BatchKind,
  { wanted, payment, allowed, choice, reason }: Planned,
): Result<unknown> {
  const label = wanted.reference
  if (kind === 'capture') return planCapture(payment, allowed, { choice, label })
  if (kind === 'refund')
    return planRefund(payment, allowed, { choice, label, reason: reason ?? '' })
  return { ok: true, value: null }
}

function isAdvisedAgainst(
  kind: BatchKind,
  { operations, events }: RehearsedPayment,
  amountMinor: number,
  now: Date,
): boolean {
  const undone = operations
    .filter(({ state }) => state === 'refused' || state === 'not_sent')
    .filter((operation) => correctionOf(operation, events) === null)
  return retryDenialReason(undone, kind, amountMinor, now) !== null
}

/** Equal for two rows that would do the same to the same payment. */
function fingerprintOf(
  kind: BatchKind,
  paymentId: string,
  intent: string,
  reference: string | null,
): string {
  const label = reference?.trim().toLowerCase() ?? ''
  return createHash('sha256')
    .update(JSON.stringify([kind, paymentId, intent, label]))
    .digest('hex')
}
