import type { HistoryGap } from '@/lib/domain/payment/transaction-snapshot'
import type { OrderNews } from '@/lib/domain/rules/order-news'
import type { HistoryEntry } from './history-entry'

/**
 * The entry of an event that was not requested here, with what the event tells of the order. The
 * customer authorizes once; what authorizes again is done by others, and tells what it changed.
 */
export function withOrderNews(
  entry: HistoryEntry,
  news: OrderNews | undefined,
  gaps: readonly HistoryGap[],
): HistoryEntry {
  const { activity } = entry
  if (news === undefined || activity.of !== 'event') return entry
  if (news.kind === 'first') return { ...entry, lines: [] }
  const who = { kind: gaps.includes('who') ? 'unreported' : 'outside' } as const
  if (news.kind === 'same') return { ...entry, who, lines: [] }
  const { changes: orderChanges, lines } = news
  return { ...entry, who, activity: { ...activity, kind: 'order_change' }, orderChanges, lines }
}
