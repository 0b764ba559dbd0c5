import { useTranslations } from 'next-intl'
import type { TransactionListRow } from '@/lib/domain/view/transaction-view'

interface Props {
  readonly rows: readonly Pick<TransactionListRow, 'captureDeadline'>[]
}

/** What the sign before a date means, where a row has it: not every screen can hover. */
export function ReckonedNote({ rows }: Props) {
  const t = useTranslations('expiring')
  if (!rows.some(({ captureDeadline }) => captureDeadline?.source === 'usual_for_method')) {
    return null
  }
  return (
    <p className="border-line text-ink-faint border-t px-4 py-2 text-xs text-pretty lg:px-5">
      {t('reckoned')}
    </p>
  )
}
