import { Card } from '@/components/ui/card'
import { Fact, Facts } from '@/components/ui/facts'
import { Pill } from '@/components/ui/pill'
import type { TransactionView } from '@/lib/domain/transaction-view'
import { formatDay, formatDateTime } from '@/lib/format/dates'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { methodLabel, readable } from '@/lib/format/methods'
import { AddressBlock } from './address-block'
import { DEADLINE_SOURCES } from './capture-by'

interface Props {
  readonly transaction: TransactionView
}

export function CustomerCard({ transaction: { customer, billingAddress } }: Props) {
  const business = billingAddress?.businessName ?? null
  return (
    <Card
      id="customer"
      title="Customer"
      aside={customer.isBusiness && <Pill icon="building">Business</Pill>}
    >
      <Facts>
        <Fact name="Name" value={customer.name ?? 'Not given'} />
        {business !== null && business !== customer.name && (
          <Fact name="Business" value={business} />
        )}
        {billingAddress?.organizationNumber && (
          <Fact name="Organization no." value={billingAddress.organizationNumber} copy />
        )}
        {customer.email && (
          <Fact name="E-mail" value={customer.email} href={`mailto:${customer.email}`} copy />
        )}
        {customer.phone && (
          <Fact name="Phone" value={customer.phone} href={`tel:${customer.phone}`} copy />
        )}
        {customer.customerId && <Fact name="Customer id" value={customer.customerId} copy />}
      </Facts>
    </Card>
  )
}

export function AddressesCard({ transaction: { billingAddress, shippingAddress } }: Props) {
  if (billingAddress === null && shippingAddress === null) return null
  return (
    <Card id="addresses" title="Addresses">
      <div className="grid gap-4 px-5 pb-5 text-sm sm:max-md:grid-cols-2">
        <AddressBlock title="Shipping" address={shippingAddress} other={billingAddress} />
        <AddressBlock title="Billing" address={billingAddress} />
      </div>
    </Card>
  )
}

export function PaymentCard({ transaction }: Props) {
  const { method, provider, connection, paymentDetails, captureDeadline } = transaction
  return (
    <Card id="payment-method" title="Payment method">
      <Facts>
        <Fact name="Method" value={methodLabel(method).name} />
        {paymentDetails.map(({ label, value }) => (
          <Fact key={label} name={label} value={isCode(value) ? readable(value) : value} />
        ))}
        {captureDeadline !== null && (
          <Fact
            name="Capture by"
            value={`${formatDay(captureDeadline.at)}. ${DEADLINE_SOURCES[captureDeadline.source]}.`}
          />
        )}
        <Fact name="Provider" value={`${PROVIDER_LABELS[provider]}, ${connection.name}`} />
      </Facts>
    </Card>
  )
}

export function ReferencesCard({ transaction }: Props) {
  const { orderReference, orderReference2, providerTransactionId, id } = transaction
  return (
    <Card id="references" title="References">
      <Facts>
        {orderReference && <Fact name="Order" value={orderReference} copy />}
        {orderReference2 && <Fact name="Second" value={orderReference2} copy />}
        <Fact name="Payment id" value={providerTransactionId} copy code />
        <Fact name="Provider status" value={transaction.providerStatus} code />
        <Fact name="Paydesk id" value={id} copy code />
        <Fact name="Last read" value={formatDateTime(transaction.readAt)} />
      </Facts>
    </Card>
  )
}

/** A lone lower- or upper-case word of a provider, like `b2b_invoice` or `ACCEPTED`. */
function isCode(value: string): boolean {
  return /^([a-z][a-z0-9]*(_[a-z0-9]+)*|[A-Z][A-Z_]+)$/.test(value)
}
