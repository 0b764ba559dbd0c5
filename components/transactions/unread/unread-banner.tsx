import type { ReactNode } from 'react'
import { Banner } from '@/components/ui/banner'
import type { UnreadPayment } from '@/lib/domain/payment/unread-payment'
import { useI18n } from '@/lib/i18n/use-i18n'
import { LateReadAgain } from './late-read-again'
import type { ReadAgainAction } from './read-again'
import { UnreadReasonText } from './unread-list'

interface Props {
  readonly unread: UnreadPayment | null
  /** The time of the read that the figures on the page come from. */
  readonly readAt: Date
  readonly action: ReadAgainAction
}

const strong = (text: ReactNode) => <strong className="font-semibold">{text}</strong>

/** Says that the last read of this payment failed, and from when its figures are. */
export function UnreadBanner({ unread, readAt, action }: Props) {
  const { t, formats } = useI18n('unread')
  if (unread === null) return null
  return (
    <Banner tone="bad" icon="warning" className="mb-4">
      <p className="text-pretty">
        {t.rich('banner', {
          since: formats.dateTime(unread.since),
          figures: formats.dateTime(readAt),
          strong,
        })}
      </p>
      <UnreadReasonText payment={unread} />
      <div className="mt-2">
        <LateReadAgain unreadId={unread.id} name="" action={action} />
      </div>
    </Banner>
  )
}
