import { currencyOf } from '../currencies'
import { methodOf } from '../methods'
import type { Operation, Payment } from '../payment'
import type { Settings } from '../settings'
import { canDelete, totalsOf } from '../totals'
import { Wire } from './wire'

/** A payment as a read shows it (fact sheet §6.1). */
export function transactionView(payment: Payment, settings: Settings): object {
  const wire = new Wire(settings)
  const totals = totalsOf(payment)
  const method = methodOf(payment.method)
  const history = `https://merchant-v1.api-eu.bambora.com/transactions/${payment.id}/transactionoperations`
  return {
    id: payment.id,
    currency: currencyOf(payment.currency),
    orderid: payment.orderId,
    merchantnumber: payment.merchantNumber,
    createddate: wire.time(payment.createdAt),
    available: { capture: totals.capturable, credit: totals.refundable },
    total: {
      authorized: totals.authorized || askedOfDeclined(payment, settings),
      captured: totals.captured,
      credited: totals.refunded,
      feeamount: 0,
      balance: totals.authorized - totals.captured,
      declined: totals.declined,
    },
    links: { transactionoperations: history },
    candelete: canDelete(payment),
    status: wire.word(payment.status),
    reference: payment.reference,
    information: {
      paymenttypes: wire.list([
        { id: method.typeId, groupid: method.groupId, displayname: method.displayName },
      ]),
      primaryaccountnumbers: wire.list([{ number: payment.account }]),
      acquirers: wire.list([{ name: method.acquirer }]),
      wallets: method.wallet === null ? [] : wire.list([{ name: method.wallet }]),
      ecis: wire.list([{ value: '05' }]),
      acquirerreferences: wire.list([{ reference: payment.reference }]),
    },
  }
}

/** The sum that a payment without a grant has as authorized, by the setting. */
function askedOfDeclined({ operations }: Payment, { authorizedOfDeclined }: Settings): number {
  return authorizedOfDeclined === 'asked' ? (operations[0]?.amount ?? 0) : 0
}

/** The history as a tree: captures below the authorization, credits below the capture (§6.2). */
export function operationTree(payment: Payment, settings: Settings): readonly object[] | object {
  return branch(payment, null, settings)
}

/** One operation without its children. */
export function operationView(payment: Payment, operation: Operation, settings: Settings): object {
  const wire = new Wire(settings)
  const method = methodOf(payment.method)
  const apiUser = operation.apiUser && { email: operation.apiUser, description: 'Back office' }
  return {
    ...wire.id('id', operation.id),
    ...wire.id('parenttransactionoperationid', operation.parentId),
    createddate: wire.time(operation.createdAt),
    amount: operation.amount,
    currentbalance: operation.currentBalance,
    currency: currencyOf(payment.currency),
    status: wire.word(operation.status),
    action: wire.word(operation.action),
    subaction: wire.word(operation.subaction),
    clientipaddress: operation.action === 'authorize' ? '198.51.100.7' : null,
    eci: operation.action === 'authorize' && !method.isInvoice ? { value: '05' } : null,
    actionbysystem: operation.action === 'authorize' ? 'Checkout' : actingSystem(operation),
    acquirerreference: payment.reference,
    acquirerdata: [],
    actioncode: operation.actionCode,
    actionsource: operation.actionSource,
    acquirername: method.acquirer,
    walletname: method.wallet,
    paymenttype: { id: method.typeId },
    ...(settings.namesUsers !== 'absent' && {
      apiuser: settings.namesUsers === 'named' ? apiUser : null,
    }),
    iscapturemulti: payment.capturesSeveral,
  }
}

/** The system through which a merchant's operation came (§6.2). */
function actingSystem({ apiUser }: Operation): string {
  return apiUser === null ? 'Backoffice' : 'Api'
}

function branch(
  payment: Payment,
  parentId: string | null,
  settings: Settings,
): readonly object[] | object {
  const here = payment.operations.filter((operation) => operation.parentId === parentId)
  return new Wire(settings).list(
    here.map((operation) => ({
      ...operationView(payment, operation, settings),
      transactionoperations: branch(payment, operation.id, settings),
    })),
  )
}
