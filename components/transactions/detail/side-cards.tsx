import { useTranslations } from 'next-intl'
import { DeadlineDay } from '@/components/transactions/shared/deadline-day'
import { Card } from '@/components/ui/card'
import { Fact, Facts } from '@/components/ui/facts'
import { Pill } from '@/components/ui/pill'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { methodLabel, readable } from '@/lib/format/methods'
import { useI18n } from '@/lib/i18n/use-i18n'
import { AddressBlock } from './address-block'
import { detailName } from './detail-name'

interface Props {
  readonly transaction: TransactionView
}

export function CustomerCard({ transaction: { customer, billingAddress } }: Props) {
  const t = useTranslations('payment.customer')
  const business = billingAddress?.businessName ?? null
  return (
    <Card
      id="customer"
      title={t('title')}
      aside={customer.isBusiness && <Pill icon="building">{t('isBusiness')}</Pill>}
    >
      <Facts>
        <Fact name={t('name')} value={customer.name ?? t('notGiven')} />
        {business !== null && business !== customer.name && (
          <Fact name={t('business')} value={business} />
        )}
        {billingAddress?.organizationNumber && (
          <Fact name={t('organizationNumber')} value={billingAddress.organizationNumber} copy />
        )}
        {customer.email && (
          <Fact name={t('email')} value={customer.email} href={mailLink(customer.email)} copy />
        )}
        {customer.phone && (
          <Fact name={t('phone')} value={customer.phone} href={phoneLink(customer.phone)} copy />
        )}
        {customer.customerId && <Fact name={t('id')} value={customer.customerId} copy />}
      </Facts>
    </Card>
  )
}

export function AddressesCard({ transaction: { billingAddress, shippingAddress } }: Props) {
  const t = useTranslations('payment.addresses')
  if (billingAddress === null && shippingAddress === null) return null
  return (
    <Card id="addresses" title={t('title')}>
      <div className="grid gap-4 px-5 pb-5 text-sm sm:max-md:grid-cols-2">
        <AddressBlock title={t('shipping')} address={shippingAddress} other={billingAddress} />
        <AddressBlock title={t('billing')} address={billingAddress} />
      </div>
    </Card>
  )
}

export function PaymentCard({ transaction }: Props) {
  const { t, formats } = useI18n()
  const { method, provider, connection, paymentDetails, captureDeadline } = transaction
  const words = useTranslations('methods')
  return (
    <Card id="payment-method" title={t('payment.method.title')}>
      <Facts>
        <Fact name={t('payment.method.method')} value={methodLabel(method, words).name} />
        {paymentDetails.map(({ label, value }) => (
          <Fact
            key={label}
            name={detailName(label, t)}
            value={isCode(value) ? readable(value) : value}
          />
        ))}
        {captureDeadline !== null && (
          <Fact
            name={t('payment.method.captureBy')}
            value={t.rich('payment.method.deadline', {
              day: () => (
                <DeadlineDay source={captureDeadline.source}>
                  {formats.day(captureDeadline.at)}
                </DeadlineDay>
              ),
              source: t(`deadlines.${captureDeadline.source}`),
            })}
          />
        )}
        <Fact
          name={t('payment.method.provider')}
          value={t('payment.method.account', {
            provider: PROVIDER_LABELS[provider],
            account: connection.name,
          })}
        />
      </Facts>
    </Card>
  )
}

export function ReferencesCard({ transaction }: Props) {
  const { t, formats } = useI18n('payment')
  const { orderReference, orderReference2, providerTransactionId, id } = transaction
  return (
    <Card id="references" title={t('references.title')}>
      <Facts>
        {orderReference && <Fact name={t('references.order')} value={orderReference} copy />}
        {orderReference2 && <Fact name={t('references.second')} value={orderReference2} copy />}
        <Fact name={t('references.paymentId')} value={providerTransactionId} copy code />
        <Fact name={t('references.providerStatus')} value={transaction.providerStatus} code />
        <Fact name={t('references.paydeskId')} value={id} copy code />
        <Fact name={t('references.lastRead')} value={formats.dateTime(transaction.readAt)} />
      </Facts>
    </Card>
  )
}

/** A lone lower- or upper-case word of a provider, like `b2b_invoice` or `ACCEPTED`. */
function isCode(value: string): boolean {
  return /^([a-z][a-z0-9]*(_[a-z0-9]+)*|[A-Z][A-Z_]+)$/.test(value)
}

/**
 * The link that writes to an e-mail address, RFC 6068. Nothing in the address becomes a field of
 * the message, such as `?bcc=`.
 */
export function mailLink(email: string): string {
  return `mailto:${encodeURIComponent(email).replaceAll('%40', '@')}`
}

/** The link that calls a telephone number, RFC 3966; undefined when there is no digit to dial. */
export function phoneLink(phone: string): string | undefined {
  const digits = phone.replace(/\D/g, '')
  if (digits === '') return undefined
  return `tel:${phone.trim().startsWith('+') ? '+' : ''}${digits}`
}
