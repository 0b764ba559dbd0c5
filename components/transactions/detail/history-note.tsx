import { useTranslations } from 'next-intl'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { PROVIDER_LABELS } from '@/lib/format/labels'

interface Props {
  readonly transaction: Pick<TransactionView, 'provider' | 'historyGaps'>
}

/** What the provider leaves out of a history, under it; nothing when it tells all. */
export function HistoryNote({ transaction: { provider, historyGaps } }: Props) {
  const t = useTranslations('payment.history.gaps')
  if (historyGaps.length === 0) return null
  const sentences = historyGaps.map((gap) => t(gap, { provider: PROVIDER_LABELS[provider] }))
  return <p className="text-ink-soft px-5 py-3 text-xs text-pretty">{sentences.join(' ')}</p>
}
