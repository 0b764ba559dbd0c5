import Link from 'next/link'
import { Moment } from '@/components/transactions/shared/moment'
import { CopyButton } from '@/components/ui/copy-button'
import { Icon } from '@/components/ui/icon'
import { Body, Cell, Head, HeadCell, Row, Table } from '@/components/ui/table'
import type { UnreadPayment, UnreadPayments } from '@/lib/domain/payment/unread-payment'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { useI18n } from '@/lib/i18n/use-i18n'
import { LateReadAgain } from './late-read-again'
import type { ReadAgainAction } from './read-again'

interface Props {
  readonly unread: UnreadPayments
  readonly action: ReadAgainAction
}

/** The payments whose last read failed; on a phone each is a card. Nothing when there are none. */
export function UnreadList({ unread: { rows, count }, action }: Props) {
  const { t } = useI18n('unread')
  if (count === 0) return null
  return (
    <section aria-labelledby="unread" className="border-line border-b pb-2">
      <div className="px-4 pt-2 pb-1 lg:px-5">
        <h2 id="unread" className="text-ink flex items-center gap-2 text-sm font-semibold">
          <Icon name="warning" className="text-warn-ink" />
          {t('title', { count })}
        </h2>
        <p className="text-ink-soft text-sm text-pretty">
          {t('explain')} {count > rows.length && t('cut', { shown: rows.length })}
        </p>
      </div>
      <Table className="max-lg:block">
        <caption className="sr-only">{t('caption')}</caption>
        <Head className="max-lg:sr-only">
          <Row>
            <HeadCell className="lg:pl-5">{t('columns.payment')}</HeadCell>
            <HeadCell>{t('columns.reason')}</HeadCell>
            <HeadCell>{t('columns.since')}</HeadCell>
            <HeadCell>{t('columns.tried')}</HeadCell>
            <HeadCell>{t('columns.figures')}</HeadCell>
            <HeadCell className="lg:pr-5">
              <span className="sr-only">{t('again')}</span>
            </HeadCell>
          </Row>
        </Head>
        <Body className="max-lg:block">
          {rows.map((payment) => (
            <UnreadRow key={payment.id} payment={payment} action={action} />
          ))}
        </Body>
      </Table>
    </section>
  )
}

const ROW =
  'border-line border-t align-top max-lg:grid max-lg:gap-y-1 max-lg:px-4 max-lg:py-3 max-lg:first:border-t-0'

interface RowProps {
  readonly payment: UnreadPayment
  readonly action: ReadAgainAction
}

function UnreadRow({ payment, action }: RowProps) {
  const { t, formats } = useI18n('unread')
  const { since, triedAt, known } = payment
  const name = payment.providerTransactionId ?? t('nameless')
  return (
    <Row className={ROW}>
      <Cell className="max-lg:p-0 lg:max-w-80 lg:pl-5">
        <PaymentName payment={payment} name={name} />
        <span className="text-ink-faint block text-xs">
          {PROVIDER_LABELS[payment.provider]}, {payment.connectionName}
        </span>
      </Cell>
      <Cell className="max-lg:p-0 lg:max-w-md">
        <UnreadReasonText payment={payment} />
      </Cell>
      <Times name={t('columns.since')}>
        <Moment at={since}>{formats.dateTime(since)}</Moment>
      </Times>
      <Times name={t('columns.tried')}>
        <Moment at={triedAt}>{formats.dateTime(triedAt)}</Moment>
      </Times>
      <Times name={t('columns.figures')}>
        {known === null ? (
          t('never')
        ) : (
          <Moment at={known.readAt}>{formats.dateTime(known.readAt)}</Moment>
        )}
      </Times>
      <Cell className="max-lg:p-0 max-lg:pt-1 lg:pr-5 lg:text-right">
        <LateReadAgain unreadId={payment.id} name={name} action={action} />
      </Cell>
    </Row>
  )
}

interface NameProps {
  readonly payment: UnreadPayment
  readonly name: string
}

/** The provider's id; it leads to the payment as it was last read, where it ever was. */
function PaymentName({ payment: { providerTransactionId, known }, name }: NameProps) {
  const { t } = useI18n('unread')
  return (
    <span className="flex min-w-0 items-center gap-1 break-all">
      {known === null ? (
        <span className="text-ink font-medium">{name}</span>
      ) : (
        <Link
          href={`/transactions/${known.transactionId}`}
          prefetch={false}
          className="text-accent-ink font-medium hover:underline"
        >
          {name}
        </Link>
      )}
      {providerTransactionId !== null && (
        <CopyButton text={providerTransactionId} what={t('paymentId')} className="-my-1" />
      )}
    </span>
  )
}

/** The reason in words; the place of the mistake in small type. */
export function UnreadReasonText({ payment }: { readonly payment: UnreadPayment }) {
  const { t } = useI18n('unread')
  return (
    <>
      <span className="block text-pretty">{t(`reasons.${payment.reason}`)}</span>
      {payment.detail !== null && (
        <span className="block text-xs break-words">{t('detail', { detail: payment.detail })}</span>
      )}
    </>
  )
}

interface TimesProps {
  readonly name: string
  readonly children: React.ReactNode
}

/** A time, with its name where there are no columns. */
function Times({ name, children }: TimesProps) {
  return (
    <Cell className="text-ink-soft max-lg:p-0 max-lg:text-xs lg:whitespace-nowrap">
      <span className="lg:hidden">{name}: </span>
      {children}
    </Cell>
  )
}
