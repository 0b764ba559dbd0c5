import type { OperationKind } from '@/lib/domain/operation/operation'
import type { OperationCommand } from '../port'
import { commentFor } from './payment/comment'

const PATHS: Readonly<Partial<Record<OperationKind, string>>> = {
  capture: 'capture/',
  refund: 'refund/',
  void: 'cancel/',
}

/**
 * The path of a payment below the base URL: its reference is one segment of the path, and every
 * path ends with a slash (fact sheet §2).
 */
export function paymentPath(accountId: string, reference: string): string {
  return `/merchants/${encodeURIComponent(accountId)}/payments/${encodeURIComponent(reference)}/`
}

/** The path of an operation. Throws for a kind that the API doesn't have. */
export function operationPath(accountId: string, { kind, transaction }: OperationCommand): string {
  const operation = PATHS[kind]
  if (operation === undefined) throw new Error(`Bambora Native has no ${kind}`)
  return paymentPath(accountId, transaction.providerTransactionId) + operation
}

/** Amount and currency always go along: leaving them out is documented in two ways (§7.1). */
export function operationBody(command: OperationCommand): string {
  const comment = commentFor(command)
  if (command.kind === 'void') return JSON.stringify({ comment })
  const { amountMinor: amount, currency } = command
  return JSON.stringify({ amount, currency, comment })
}
