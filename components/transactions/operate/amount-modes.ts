import type { LineLeft } from '@/lib/domain/line-selection'
import { linesToCapture, linesToRefund } from '@/lib/domain/line-selection'
import { methodRules } from '@/lib/domain/method-rules'
import { methodLabel } from '@/lib/format/methods'
import type { OperableTransaction } from './operations'

export type AmountMode = 'all' | 'lines' | 'amount'

/** What captures and refunds have in common: an amount, taken from lines where they are known. */
export type AmountKind = 'capture' | 'refund'

/** In which ways an amount can be picked. */
export interface AmountModes {
  readonly kind: AmountKind
  /** The most that can be taken. */
  readonly maxMinor: number
  /** Why a way is closed, in one sentence; null where it is open. */
  readonly closed: Readonly<Record<AmountMode, string | null>>
  /** What is left of each line; null where nobody can say. */
  readonly left: readonly LineLeft[] | null
  /** Lines can only be taken as they were ordered. */
  readonly wholeLines: boolean
}

type Facts = Pick<OperableTransaction, 'provider' | 'method' | 'items' | 'totals'>

export function amountModes(kind: AmountKind, transaction: Facts, maxMinor: number): AmountModes {
  const { provider, method, items, totals } = transaction
  const rules = methodRules(provider, method)
  const left =
    kind === 'capture' ? linesToCapture(items, totals.authorizedMinor) : linesToRefund(items)
  const { name } = methodLabel(method)
  const unknown = left === null ? whyUnknown(kind, items) : null
  const everythingByLine = left?.reduce((sum, line) => sum + line.leftAmountMinor, 0) === maxMinor
  return {
    ...{ kind, maxMinor, left },
    wholeLines: rules.lines === 'whole_lines',
    closed: {
      all:
        rules.linesRequired && !everythingByLine
          ? `${name} needs order lines, and the lines left don’t make up what is left.`
          : null,
      lines: unknown,
      amount: rules.linesRequired
        ? `${name} needs order lines, so an amount alone is not possible.`
        : null,
    },
  }
}

function whyUnknown(kind: AmountKind, items: Facts['items']): string {
  if (items.length === 0) return 'The provider keeps no order lines for this payment.'
  if (items.some(({ captured }) => captured === null)) {
    return 'An earlier capture named no lines, so nobody can say what is left of each.'
  }
  if (kind === 'refund' && items.some(({ refunded }) => refunded === null)) {
    return 'An earlier refund named no lines, so nobody can say what is left of each.'
  }
  if (kind === 'capture') {
    return 'The order lines don’t add up to what is authorized, so they can’t be taken one by one.'
  }
  return 'Nobody can say what is left of each line.'
}
