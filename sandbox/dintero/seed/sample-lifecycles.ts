import type { Prng } from '../../prng'
import { authorize, perform, performFailed, stopAt } from '../history'
import type { Origin } from '../money/events'
import { freshExpiry } from '../money/expiry'
import type { MoneyRequest } from '../money/request'
import { totalsOf } from '../money/totals'
import { partOfLine, partRequest, restRequest, wholeRequest } from '../money/whole-and-part'
import { sumOf } from '../money/lines'
import type { EventItem, Transaction } from '../transaction'
import { makeUuid } from './ids'
import type { Lifecycle } from './choose-lifecycle'
import { AUTHENTICATION_FAILED, DECLINED, failureOf, NO_RESPONSE } from './payment-errors'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** The API client of the merchant's shop, with its headers. */
const SHOP_CLIENT = 'shop-integration'
const SHOP_HEADERS = {
  'dintero-system-name': 'webshop',
  'dintero-system-version': '3.2.0',
  'user-agent': 'webshop/3.2.0',
}

/** Applies lifecycles to sample transactions; no event is after the anchor. */
export class SampleLifecycles {
  constructor(
    private readonly prng: Prng,
    private readonly anchorMs: number,
  ) {}

  /** The transaction after its lifecycle, without steps after the anchor. */
  apply(started: Transaction, lifecycle: Lifecycle, isDirect: boolean): Transaction {
    const at = Date.parse(started.created_at) + this.prng.int(6_000, 90_000)
    switch (lifecycle) {
      case 'initiated':
        return started
      case 'on-hold':
        return stopAt(started, 'ON_HOLD', at, makeUuid(this.prng))
      case 'unknown':
        return stopAt(started, 'UNKNOWN', at, makeUuid(this.prng), NO_RESPONSE)
      case 'declined':
        return stopAt(started, 'DECLINED', at, makeUuid(this.prng), DECLINED)
      case 'failed':
        return stopAt(started, 'FAILED', at, makeUuid(this.prng), AUTHENTICATION_FAILED)
      default:
        return this.applyPaid(isDirect ? started : this.reserve(started, at), lifecycle, at)
    }
  }

  private applyPaid(
    reserved: Transaction,
    lifecycle: Lifecycle,
    reservedAtMs: number,
  ): Transaction {
    const shipped = this.after(reservedAtMs, 3 * HOUR_MS, 4 * DAY_MS)
    const later = this.after(shipped, DAY_MS, 12 * DAY_MS)
    const whole = wholeRequest(reserved, 'capture', this.reference('SHIP'))
    const part = this.firstPart(reserved)
    switch (lifecycle) {
      case 'captured':
        return this.step(reserved, whole, shipped)
      case 'captured-after-failure': {
        const tried = this.failedStep(reserved, whole, shipped - 2 * HOUR_MS)
        return this.step(tried, whole, shipped)
      }
      case 'captured-in-parts': {
        const first = this.step(reserved, part, shipped)
        return this.step(first, restRequest(first, this.reference('SHIP')), later)
      }
      case 'part-captured':
        return this.step(reserved, part, shipped)
      case 'part-captured-rest-released': {
        const first = this.step(reserved, part, shipped)
        return this.step(first, wholeRequest(first, 'void', ''), later)
      }
      case 'part-captured-refunded': {
        const first = this.step(reserved, part, shipped)
        return this.step(first, this.smallRefund(first, part), later)
      }
      case 'part-refunded': {
        const captured = this.step(reserved, whole, shipped)
        return this.step(captured, partRequest(captured, 'refund', this.reference('RET')), later)
      }
      case 'refunded': {
        const captured = this.step(reserved, whole, shipped)
        return this.step(captured, wholeRequest(captured, 'refund', this.reference('RET')), later)
      }
      case 'voided':
        return this.step(reserved, wholeRequest(reserved, 'void', ''), shipped)
      default:
        return reserved
    }
  }

  private reserve(started: Transaction, atMs: number): Transaction {
    const isKlarna = started.payment_product === 'klarna'
    return authorize(started, atMs, makeUuid(this.prng), isKlarna ? freshExpiry(atMs) : {})
  }

  /** A first delivery: some pieces of a line, else a whole line. Walley takes whole lines only. */
  private firstPart(transaction: Transaction): MoneyRequest {
    const reference = this.reference('SHIP')
    const several = transaction.items?.find((item) => (item.quantity ?? 1) >= 2)
    const adds = sumOf(transaction.items ?? []) === transaction.amount
    if (!several || !adds || transaction.payment_product === 'collector') {
      return partRequest(transaction, 'capture', reference)
    }
    const item = partOfLine(several, this.prng.int(1, Math.ceil(several.quantity ?? 2) - 1))
    return { operation: 'capture', amount: item.amount, items: [item], reference, isFinal: false }
  }

  /** A refund of less than the given capture. */
  private smallRefund(transaction: Transaction, capture: MoneyRequest): MoneyRequest {
    const amount = Math.max(1, Math.floor(capture.amount / this.prng.int(2, 4)))
    const [line] = capture.items ?? []
    const items: EventItem[] | undefined = line && [{ line_id: line.line_id, amount }]
    return {
      operation: 'refund',
      amount: Math.min(amount, totalsOf(transaction).refundable),
      ...(items && { items }),
      reference: this.reference('RET'),
      isFinal: false,
    }
  }

  private step(transaction: Transaction, request: MoneyRequest, atMs: number): Transaction {
    if (atMs > this.anchorMs || !isPossible(transaction, request)) return transaction
    return perform(transaction, request, this.origin(), atMs)
  }

  private failedStep(transaction: Transaction, request: MoneyRequest, atMs: number): Transaction {
    if (atMs > this.anchorMs) return transaction
    const error = failureOf(transaction, request.operation, atMs)
    return performFailed(transaction, request, this.origin(), atMs, error)
  }

  private origin(): Origin {
    return {
      requestId: makeUuid(this.prng),
      createdBy: SHOP_CLIENT,
      requestHeaders: SHOP_HEADERS,
    }
  }

  private after(atMs: number, lowMs: number, highMs: number): number {
    return atMs + this.prng.int(lowMs, highMs)
  }

  private reference(prefix: string): string {
    return `${prefix}-${this.prng.int(100_000, 999_999)}`
  }
}

function isPossible(transaction: Transaction, { operation, amount }: MoneyRequest): boolean {
  const { capturable, refundable } = totalsOf(transaction)
  if (operation === 'void') return capturable > 0
  return amount > 0 && amount <= (operation === 'capture' ? capturable : refundable)
}
