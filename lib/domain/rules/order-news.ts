import type { OrderLineChange } from '@/lib/domain/operation/operation'
import type {
  EventLine,
  OrderItem,
  TransactionEvent,
} from '@/lib/domain/payment/transaction-snapshot'
import { orderChanges } from './order-changes'

type Event = Pick<TransactionEvent, 'providerEventId' | 'kind' | 'state' | 'amountMinor' | 'lines'>
type Item = Pick<OrderItem, 'lineId' | 'description'>

/** What an event tells of the order. */
export type OrderNews =
  /** The payment was authorized: its order is the order. */
  | { readonly kind: 'first' }
  /** Authorized again, with the same order. */
  | { readonly kind: 'same' }
  | {
      readonly kind: 'changed'
      /** None where the order before it is not known. */
      readonly changes: readonly OrderLineChange[]
      /** The whole new order where the one before it is not known. */
      readonly lines: readonly EventLine[]
    }

/**
 * What the events tell of the order, by their ids, in the order given: an authorization after the
 * first is a change where it names other lines or another amount. A provider may give such a change
 * a name that we don't know: then its lines tell.
 */
export function orderNews(
  events: readonly Event[],
  items: readonly Item[],
): ReadonlyMap<string, OrderNews> {
  const news = new Map<string, OrderNews>()
  const start = openingOf(events)
  const opening = events[start]
  if (opening === undefined) return news
  news.set(opening.providerEventId, { kind: 'first' })
  let before: Event = opening
  for (const event of events.slice(start + 1).filter(isAboutOrder)) {
    news.set(event.providerEventId, newsOf(before, event, items))
    if (event.state === 'succeeded') before = joined(before, event)
  }
  return news
}

/**
 * The authorization whose lines are not reported, and the first event after it that reports an
 * order; null where the authorization names its lines, or where the order never changed.
 */
export function unreportedOrder(
  events: readonly Event[],
): { readonly openingId: string; readonly changeId: string } | null {
  const start = openingOf(events)
  const opening = events[start]
  if (opening === undefined || opening.lines.length > 0) return null
  const change = events
    .slice(start + 1)
    .find((event) => isAboutOrder(event) && event.state === 'succeeded' && event.lines.length > 0)
  if (change === undefined) return null
  return { openingId: opening.providerEventId, changeId: change.providerEventId }
}

function openingOf(events: readonly Event[]): number {
  return events.findIndex(({ kind, state }) => kind === 'authorize' && state === 'succeeded')
}

function isAboutOrder({ kind, lines }: Event): boolean {
  return kind === 'authorize' || (kind === 'other' && lines.length > 0)
}

function newsOf(before: Event, event: Event, items: readonly Item[]): OrderNews {
  const isKnown = before.lines.length > 0
  const isOtherSum = event.amountMinor !== null && event.amountMinor !== before.amountMinor
  if (event.lines.length === 0 || isKnown) {
    const changes = event.lines.length === 0 ? [] : changesOf(before, event, items)
    const isChange = isOtherSum || changes.length > 0
    return isChange ? { kind: 'changed', changes, lines: [] } : { kind: 'same' }
  }
  return { kind: 'changed', changes: [], lines: event.lines }
}

function changesOf(
  before: Event,
  after: Event,
  items: readonly Item[],
): readonly OrderLineChange[] {
  const named = ({ lines }: Event) => lines.map((line) => ({ ...line, description: nameOf(line) }))
  const nameOf = ({ lineId, description }: EventLine) =>
    items.find((item) => item.lineId === lineId)?.description ?? description ?? lineId
  return orderChanges(named(before), named(after))
}

/** The order as it is after both: what the later event does not name is as it was. */
function joined(before: Event, event: Event): Event {
  return {
    ...event,
    amountMinor: event.amountMinor ?? before.amountMinor,
    lines: event.lines.length > 0 ? event.lines : before.lines,
  }
}
