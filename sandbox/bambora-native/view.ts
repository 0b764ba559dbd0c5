import { withoutPortal, type Operation, type Payment } from './payment'
import type { Settings } from './settings'

type Json = Record<string, unknown>

/** A payment on the wire, in the shape of the setting (fact sheet §6). */
export function viewOf(payment: Payment, settings: Settings, nowMs: number): Json {
  const known = settings.showsPortal ? payment : withoutPortal(payment)
  return settings.shape === 'operations'
    ? operationsShape(known, settings, nowMs)
    : capturesShape(known, settings)
}

function operationsShape(payment: Payment, settings: Settings, nowMs: number): Json {
  const { lockedUntilMs } = payment
  const isLocked = lockedUntilMs !== null && nowMs < lockedUntilMs
  const operations = payment.operations.filter(({ success }) => success || settings.listsFailures)
  return {
    _locked_at: isLocked ? timestamp(nowMs, 'iso') : null,
    _version: payment.version,
    external_id: payment.reference,
    internal_id: payment.internalId,
    merchant_id: payment.merchantId,
    operations: operations.map((operation) => operationView(operation, payment, settings)),
    schema: 0,
    state: payment.state,
  }
}

function operationView(operation: Operation, payment: Payment, settings: Settings): Json {
  const { id, type, success, atMs, code, amount, references, card } = operation
  return {
    id,
    type,
    success,
    timestamp: timestamp(atMs, settings.timestamps),
    code,
    comment: settings.echoesComment ? operation.comment : null,
    ...(amount !== null && { amount, currency: payment.currency }),
    ...(references !== undefined && { references }),
    ...(type.startsWith('Authorize') && {
      psp: 'evry',
      psp_id: `psp-${payment.internalId.slice(0, 8)}`,
      psp_reference: `ref-${payment.internalId.slice(9, 13)}`,
    }),
    ...(type === 'Authorize token' && { token: `tok-${payment.internalId.slice(0, 8)}` }),
    ...(card && { tokenize: false, card }),
  }
}

function capturesShape(payment: Payment, settings: Settings): Json {
  const authorization = payment.operations.find(({ type }) => type.startsWith('Authorize'))
  const captures = payment.operations.filter(({ type, success }) => type === 'Capture' && success)
  return {
    region: 'emea_0',
    merchant: payment.merchantId,
    payment: payment.reference,
    state: payment.state,
    currency: payment.currency,
    amount: payment.amount,
    comment: authorization?.comment ?? '',
    scheme_response_code: authorization?.code ?? '',
    captures: captures.map(({ amount, comment }) => ({
      amount,
      currency: payment.currency,
      comment: (settings.echoesComment ? comment : null) ?? '',
    })),
    ...(authorization?.card && { card: authorization.card }),
  }
}

function timestamp(atMs: number, format: Settings['timestamps']): string {
  const iso = new Date(atMs).toISOString()
  switch (format) {
    case 'iso':
      return iso.replace(/\.\d+Z$/, 'Z')
    case 'without-zone':
      return iso.replace(/\.\d+Z$/, '')
    case 'epoch-seconds':
      return String(Math.floor(atMs / 1000))
  }
}
