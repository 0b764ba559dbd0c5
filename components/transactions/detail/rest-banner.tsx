import type { ReactNode } from 'react'
import { Banner } from '@/components/ui/banner'
import { heldMinor } from '@/lib/domain/payment/transaction'
import { isRestHeld } from '@/lib/domain/rules/rest'
import type { KeptRest, TransactionView } from '@/lib/domain/view/transaction-view'
import { useI18n } from '@/lib/i18n/use-i18n'
import { LateRestButtons } from './late-rest-buttons'
import type { KeepRestAction } from './rest-buttons'

interface Props {
  readonly transaction: TransactionView
  /** Null until a person has decided to ship it later. */
  readonly kept: KeptRest | null
  /** True where the reader may release what is held. */
  readonly mayRelease: boolean
  readonly action: KeepRestAction
}

const strong = (text: ReactNode) => <strong className="font-semibold">{text}</strong>

/** Asks once what becomes of the rest after a part capture, and says the answer from then on. */
export function RestBanner({ transaction, kept, mayRelease, action }: Props) {
  const { t, formats } = useI18n()
  const { id, totals, currency } = transaction
  if (!isRestHeld(transaction)) return null
  const sum = formats.money(heldMinor(totals), currency)
  return (
    <Banner tone={kept === null ? 'info' : 'neutral'} icon="question" className="mb-4">
      <p className="text-pretty">
        {kept === null
          ? t.rich('payment.rest.question', { sum, strong })
          : t.rich('payment.rest.kept', {
              sum,
              name: kept.actorName,
              time: formats.dateTime(kept.keptAt),
              strong,
            })}
      </p>
      <LateRestButtons
        transactionId={id}
        sum={sum}
        isKept={kept !== null}
        mayRelease={mayRelease}
        action={action}
      />
    </Banner>
  )
}
