import type { BatchKind } from '@/lib/domain/batch/batch'
import type { RehearsedPayment } from '@/lib/domain/batch/rehearsed-payment'
import type { WantedRow } from '@/lib/domain/batch/wanted-row'
import { positiveAmount } from '@/lib/domain/money/money'
import type { Allowed } from '@/lib/domain/rules/capability'
import { chooseLines } from './choose-lines'
import type { Chosen } from './chosen'

/**
 * The amount or lines that a row asks for, by the payment's present figures. More than is left is
 * taken down to that, with a finding that a person has to see.
 */
export function chooseAmount(
  kind: BatchKind,
  wanted: WantedRow,
  payment: RehearsedPayment,
  { maxMinor }: Allowed,
): Chosen {
  const isWhole = kind === 'void' || kind === 'extend_authorization'
  if (!isWhole && wanted.amountMinor === null && wanted.lines.length > 0) {
    return chooseLines(kind, wanted, payment)
  }
  const amountMinor = isWhole ? null : amountOf(wanted, payment.currency)
  if (amountMinor === 'unreadable') {
    const text = wanted.amount ?? ''
    return { ok: false, findings: [{ code: 'unreadable', column: wanted.amountHead, text }] }
  }
  const all = { mode: 'all', amountMinor: maxMinor } as const
  if (amountMinor === null) {
    return { ok: true, choice: all, lines: [], intent: 'all', isPart: false, findings: [] }
  }
  const intent = `amount:${amountMinor}`
  const { currency } = payment
  const findings = [{ code: 'less_left', leftMinor: maxMinor, currency }] as const
  if (amountMinor > maxMinor) {
    return { ok: true, choice: all, lines: [], intent, isPart: true, findings }
  }
  const choice = amountMinor === maxMinor ? all : ({ mode: 'amount', amountMinor } as const)
  return { ok: true, choice, lines: [], intent, isPart: true, findings: [] }
}

/** Null where no amount is asked for: everything that is left. */
function amountOf(
  { amount, amountMinor, decimalMark }: WantedRow,
  currency: string,
): number | null | 'unreadable' {
  if (amountMinor !== null) return amountMinor
  if (amount === null) return null
  return positiveAmount(amount, currency, decimalMark) ?? 'unreadable'
}
