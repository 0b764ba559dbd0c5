import { quantityMicrosOf } from '@/lib/domain/money/quantity'
import {
  NO_LINE_ID,
  type EventError,
  type EventKind,
  type EventLine,
  type EventState,
  type TransactionEvent,
} from '@/lib/domain/payment/transaction-snapshot'
import { codeOf, isGateway } from './errors'
import type { BamboraInvoice, BamboraOperation } from './schema'

/** The provider's words for what happened, in ours: it credits and deletes, we refund and void. */
const KINDS: Readonly<Record<string, EventKind>> = {
  authorize: 'authorize',
  capture: 'capture',
  credit: 'refund',
  delete: 'void',
}

const SUCCEEDED: ReadonlySet<string> = new Set(['approved', 'verificationapproved', 'deleted'])
const FAILED: ReadonlySet<string> = new Set(['declined', 'verificationdeclined'])

/** The operations in our words, oldest first, with the lines of their invoices (fact sheet §6.2). */
export function mapEvents(
  operations: readonly BamboraOperation[],
  invoices: readonly BamboraInvoice[],
): readonly TransactionEvent[] {
  return operations.map((operation) => {
    const state = stateOf(operation.status)
    return {
      providerEventId: operation.id,
      kind: KINDS[wordOf(operation.action)] ?? 'other',
      providerKind: [operation.action, operation.subaction].filter((word) => word).join(':'),
      state,
      amountMinor: operation.amount ?? null,
      lines: linesOf(operation.id, invoices),
      reference: null,
      operationId: null,
      providerReference: operation.id,
      ...madeBy(operation),
      error: state === 'failed' ? errorOf(operation) : null,
      occurredAt: operation.createddate ?? null,
      closes: [],
    }
  })
}

/** The API user by its address, in small letters; nothing where the provider names none (§6.2). */
function madeBy({ apiuser }: BamboraOperation): Pick<TransactionEvent, 'madeBy'> {
  if (apiuser === undefined) return {}
  if (apiuser === null) return { madeBy: null }
  const name = apiuser.email ?? apiuser.description
  return name ? { madeBy: name.trim().toLowerCase() } : {}
}

/** A status that isn't known proves nothing: it counts as still to come. */
export function stateOf(status: string | undefined): EventState {
  if (isPendingStatus(status)) return 'pending'
  const word = wordOf(status)
  if (SUCCEEDED.has(word)) return 'succeeded'
  return FAILED.has(word) ? 'failed' : 'pending'
}

function errorOf({ actionsource, actioncode }: BamboraOperation): EventError {
  const code = codeOf({ source: actionsource, code: actioncode })
  const who = isGateway(actionsource) ? 'The provider' : (actionsource ?? 'The acquirer')
  const message = `${who} declined it${code === null ? '' : ` with code ${code}`}.`
  return { code, message, retry: { kind: 'not_said' } }
}

function linesOf(operationId: string, invoices: readonly BamboraInvoice[]): readonly EventLine[] {
  return invoices
    .filter((invoice) => invoice.transactionoperationid === operationId)
    .flatMap((invoice) => invoice.lines)
    .map((line) => ({
      lineId: line.linenumber ?? NO_LINE_ID,
      quantityMicros:
        line.quantity === undefined ? null : quantityMicrosOf(Math.abs(line.quantity)),
      amountMinor: Math.abs(line.totalpriceinclvat),
    }))
}

/** A word of one of the provider's enumerations; their letter case varies (clarification 5). */
export function wordOf(text: string | undefined): string {
  return text?.toLowerCase() ?? ''
}

/** True when a status says that nothing was granted (fact sheet §6.1). */
export function isFailedStatus(status: string | undefined): boolean {
  return FAILED.has(wordOf(status))
}

const PENDING: ReadonlySet<string> = new Set(['pending', 'waiting', 'locked'])

/** True when a status says that the result is still to come (fact sheet §6.1). */
export function isPendingStatus(status: string | undefined): boolean {
  return PENDING.has(wordOf(status))
}
