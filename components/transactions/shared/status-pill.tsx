import { useTranslations } from 'next-intl'
import type { IconName } from '@/components/ui/icon'
import { Pill } from '@/components/ui/pill'
import type { TransactionStatus } from '@/lib/domain/payment/transaction'
import { STATUS_TONES } from '@/lib/format/labels'

/** The icon beside a status, where it has one. */
export const STATUS_ICONS: Readonly<Partial<Record<TransactionStatus, IconName>>> = {
  on_hold: 'clock',
  captured: 'check',
  partially_captured_refunded: 'undo',
  partially_refunded: 'undo',
  refunded: 'undo',
  failed: 'cross',
  unknown: 'question',
}

export function StatusPill({ status }: { readonly status: TransactionStatus }) {
  const t = useTranslations('statuses')
  const icon = STATUS_ICONS[status]
  return (
    <Pill tone={STATUS_TONES[status]} {...(icon && { icon })}>
      {t(status)}
    </Pill>
  )
}
