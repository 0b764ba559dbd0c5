import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Banner } from '@/components/ui/banner'
import { findContradiction, heldMinor } from '@/lib/domain/payment/transaction'
import { correctionOf } from '@/lib/domain/rules/correction'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { deadlineText } from '@/lib/i18n/describe-age'
import { useI18n } from '@/lib/i18n/use-i18n'

interface Props {
  readonly transaction: TransactionView
  readonly now: Date
}

const strong = (text: ReactNode) => <strong className="font-semibold">{text}</strong>

/** The warnings of this payment, the most serious first. */
export function PageBanners({ transaction, now }: Props) {
  const t = useTranslations('payment.banners')
  const contradiction = findContradiction(transaction.totals)
  return (
    <div className="mb-4 grid gap-2 empty:hidden">
      {contradiction !== null && (
        <Banner tone="bad" icon="warning">
          {t.rich('contradiction', {
            kind: contradiction,
            provider: PROVIDER_LABELS[transaction.provider],
            strong,
          })}
        </Banner>
      )}
      {transaction.status === 'unknown' && contradiction === null && (
        <Banner tone="warn" icon="question">
          {t.rich('unknown', {
            provider: PROVIDER_LABELS[transaction.provider],
            word: transaction.providerStatus,
            strong,
          })}
        </Banner>
      )}
      <Deadline transaction={transaction} now={now} />
      <OutsideChange transaction={transaction} />
      <Corrected transaction={transaction} />
      <ApprovalWaiting transaction={transaction} />
      {transaction.status === 'on_hold' && (
        <Banner tone="info" icon="clock">
          {t('onHold')}
        </Banner>
      )}
    </div>
  )
}

function Deadline({ transaction, now }: Props) {
  const i18n = useI18n()
  const { t, formats } = i18n
  const { captureDeadline, totals, currency, status } = transaction
  const heldNow = heldMinor(totals)
  if (findContradiction(totals) !== null) return null
  if (captureDeadline === null || heldNow <= 0 || status === 'declined' || status === 'failed') {
    return null
  }
  const { text: left, weight } = deadlineText(captureDeadline.at, now, i18n)
  if (weight === 'calm') return null
  const sum = formats.money(heldNow, currency)
  const time = formats.dateTime(captureDeadline.at)
  return (
    <Banner
      tone={weight === 'passed' ? 'bad' : 'warn'}
      icon={weight === 'passed' ? 'warning' : 'clock'}
    >
      {weight === 'passed'
        ? t.rich('payment.banners.deadlinePassed', { sum, time, strong })
        : t.rich('payment.banners.deadlineNear', { sum, time, left, strong })}
      <span className="block text-xs">{t(`deadlines.${captureDeadline.source}`)}.</span>
    </Banner>
  )
}

function OutsideChange({ transaction }: { readonly transaction: TransactionView }) {
  const { t, formats } = useI18n()
  const { outsideChange, currency, provider } = transaction
  if (outsideChange === null) return null
  const { kind, amountMinor, occurredAt } = outsideChange
  return (
    <Banner tone="info" icon="info">
      {t.rich('payment.banners.outsideChange', {
        kind,
        sum: amountMinor === null ? '' : formats.money(amountMinor, currency),
        isDated: occurredAt === null ? 'no' : 'yes',
        time: occurredAt === null ? '' : formats.dateTime(occurredAt),
        provider: PROVIDER_LABELS[provider],
        strong,
      })}
    </Banner>
  )
}

/** The last operation was refused, and the provider reported afterwards that it was done. */
function Corrected({ transaction }: { readonly transaction: TransactionView }) {
  const { t, formats } = useI18n()
  const { operations, events, currency, provider } = transaction
  const [newest] = operations
  const correction = newest === undefined ? null : correctionOf(newest, events)
  if (newest === undefined || correction === null) return null
  return (
    <Banner tone="info" icon="info">
      {t.rich('payment.banners.corrected', {
        provider: PROVIDER_LABELS[provider],
        kind: newest.kind,
        sum: formats.money(correction.amountMinor ?? newest.amountMinor, currency),
        strong,
      })}
    </Banner>
  )
}

function ApprovalWaiting({ transaction }: { readonly transaction: TransactionView }) {
  const { t, formats } = useI18n()
  const { operations, reviewers, currency } = transaction
  const operation = operations.find(({ state }) => state === 'needs_review')
  if (operation === undefined || reviewers.length === 0) return null
  return (
    <Banner tone="warn" icon="clock">
      {t.rich('payment.banners.approvalWaiting', {
        people: reviewers.join(', '),
        kind: t(`operationKinds.${operation.kind}`),
        sum: formats.money(operation.amountMinor, currency),
        strong,
        link: (text) => (
          <Link href={`/operations/${operation.id}`} className="underline underline-offset-2">
            {text}
          </Link>
        ),
      })}
    </Banner>
  )
}
