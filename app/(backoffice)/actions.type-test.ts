import type { z } from 'zod'
import type { OperationActions } from '@/components/transactions/operate/operations'
import { schemaOf } from '@/lib/access/schema-of'
import type { OperationInput } from '@/lib/domain/operation/inputs'
import { failure, type Failure, type Result } from '@/lib/domain/operation/result'
import { capturePayment } from '@/lib/operations/capture-payment'
import { refundPayment } from '@/lib/operations/refund-payment'
import type { OperationContext } from '@/lib/operations/runner/start-operation'
import { decideOperation } from './operations/[id]/actions'
import {
  captureTransaction,
  changeTransactionItems,
  chargeTransactionAgain,
  checkOperation,
  confirmTransactionReceipt,
  extendTransaction,
  payOutTransaction,
  refundTransaction,
  voidTransaction,
  keepTransactionRest,
  tagTransaction,
  untagTransaction,
  writeTransactionNote,
} from './transactions/[id]/actions'
import {
  addExtensionRule,
  removeExtensionRule,
  switchExtensionRule,
} from './settings/rules/actions'
import { readPaymentAgain, removeListView, saveListView } from './transactions/actions'
import {
  changeBatchRow,
  discardBatch,
  endBatch,
  pauseBatch,
  rehearseBatch,
  resumeBatch,
  retryBatch,
  startBatch,
} from './transactions/batches/actions'

/**
 * Code that must not compile. This file is compiled by `npm run typecheck` and never run. A marked
 * line without an error is itself an error, so a type that is loosened shows here.
 */

const base: OperationInput = {
  operationId: '',
  transactionId: '',
  currency: 'NOK',
  expectedRevision: '',
}
const unseen = { operationId: '', transactionId: '', currency: 'NOK' }
const choice = { mode: 'all', amountMinor: 1 } as const
const amountMinor = 1
const selection = { by: 'orders', text: '' } as const
const reason = ''
const label = null
const order = { additions: [], changes: [], amountMinor, reason }
const note = { noteId: '', transactionId: '', text: '' }
const view = { name: '', query: '', isShared: false }
const review = { operationId: '', verdict: 'succeeded', reason } as const

export const right = [
  () => captureTransaction({ ...base, choice, label }),
  () => refundTransaction({ ...base, choice, reason, label }),
  () => voidTransaction({ ...base, amountMinor, reason }),
  () => changeTransactionItems({ ...base, ...order }),
  () => extendTransaction({ ...base, reason }),
  () => chargeTransactionAgain({ ...base, amountMinor, reason }),
  () => payOutTransaction({ ...base, amountMinor, reason }),
  () => confirmTransactionReceipt({ ...base, amountMinor, reason }),
  () => checkOperation({ operationId: '' }),
  () => writeTransactionNote(note),
  () => keepTransactionRest({ transactionId: '' }),
  () => tagTransaction({ transactionId: '', tag: '' }),
  () => untagTransaction({ transactionId: '', tag: '' }),
  () => addExtensionRule({ ruleId: '', name: '', tag: '', maxTimes: 1, withinHours: 1 }),
  () => switchExtensionRule({ ruleId: '', isOn: true }),
  () => removeExtensionRule({ ruleId: '' }),
  () => decideOperation(review),
  () => saveListView(view),
  () => removeListView({ id: '' }),
  () => readPaymentAgain({ unreadId: '' }),
  () => rehearseBatch({ batchId: '', kind: 'capture', selection, reason: null }),
  () => changeBatchRow({ batchId: '', number: 1, change: { act: 'amount', amountMinor } }),
  () => startBatch({ batchId: '', sums: [{ currency: 'NOK', amountMinor }], stopPercent: 20 }),
  () => [pauseBatch, resumeBatch, endBatch, discardBatch].map((act) => act({ batchId: '' })),
  () => retryBatch({ batchId: '', newBatchId: '' }),
]

export const withoutMember = [
  // @ts-expect-error: a payment is read again by the id of its failed read
  () => readPaymentAgain({}),
  // @ts-expect-error: a capture says how much
  () => captureTransaction({ ...base, label }),
  // @ts-expect-error: a capture says that it has no label
  () => captureTransaction({ ...base, choice }),
  // @ts-expect-error: a refund says how much
  () => refundTransaction({ ...base, reason, label }),
  // @ts-expect-error: a refund has a reason
  () => refundTransaction({ ...base, choice, label }),
  // @ts-expect-error: a void says what was seen as held
  () => voidTransaction({ ...base, reason }),
  // @ts-expect-error: a void has a reason
  () => voidTransaction({ ...base, amountMinor }),
  // @ts-expect-error: a change of the order names its additions and changes
  () => changeTransactionItems({ ...base, amountMinor, reason }),
  // @ts-expect-error: a change of the order says what it comes to
  () => changeTransactionItems({ ...base, additions: [], changes: [], reason }),
  // @ts-expect-error: an extension has a reason
  () => extendTransaction({ ...base }),
  // @ts-expect-error: a rebill says how much
  () => chargeTransactionAgain({ ...base, reason }),
  // @ts-expect-error: a payout says how much
  () => payOutTransaction({ ...base, reason }),
  // @ts-expect-error: a receipt says how much
  () => confirmTransactionReceipt({ ...base, reason }),
  // @ts-expect-error: a check names its operation
  () => checkOperation({}),
  // @ts-expect-error: a rest is that of a payment
  () => keepTransactionRest({}),
  // @ts-expect-error: a tag is put on a payment
  () => tagTransaction({ tag: '' }),
  // @ts-expect-error: a tag that is taken off is named
  () => untagTransaction({ transactionId: '' }),
  // @ts-expect-error: a rule has a bound of its times
  () => addExtensionRule({ ruleId: '', name: '', tag: '', withinHours: 1 }),
  // @ts-expect-error: a switch says which way
  () => switchExtensionRule({ ruleId: '' }),
  // @ts-expect-error: a rule that is removed is named
  () => removeExtensionRule({}),
  // @ts-expect-error: a note has an id
  () => writeTransactionNote({ transactionId: '', text: '' }),
  // @ts-expect-error: a decision has a reason
  () => decideOperation({ operationId: '', verdict: 'succeeded' }),
  // @ts-expect-error: a view says whether it is shared
  () => saveListView({ name: '', query: '' }),
  // @ts-expect-error: a view to remove is named
  () => removeListView({}),
]

export const withoutExpectedRevision = [
  // @ts-expect-error: capture without what was seen
  () => captureTransaction({ ...unseen, choice, label }),
  // @ts-expect-error: refund without what was seen
  () => refundTransaction({ ...unseen, choice, reason, label }),
  // @ts-expect-error: void without what was seen
  () => voidTransaction({ ...unseen, amountMinor, reason }),
  // @ts-expect-error: change of the order without what was seen
  () => changeTransactionItems({ ...unseen, ...order }),
  // @ts-expect-error: extension without what was seen
  () => extendTransaction({ ...unseen, reason }),
  // @ts-expect-error: rebill without what was seen
  () => chargeTransactionAgain({ ...unseen, amountMinor, reason }),
  // @ts-expect-error: payout without what was seen
  () => payOutTransaction({ ...unseen, amountMinor, reason }),
  // @ts-expect-error: receipt without what was seen
  () => confirmTransactionReceipt({ ...unseen, amountMinor, reason }),
]

export const withRenamedMember = [
  // @ts-expect-error: capture with a renamed member
  () => captureTransaction({ ...base, amount: choice, label }),
  // @ts-expect-error: refund with a renamed member
  () => refundTransaction({ ...base, choice, why: reason, label }),
  // @ts-expect-error: void with a renamed member
  () => voidTransaction({ ...base, amount: amountMinor, reason }),
  // @ts-expect-error: change of the order with a renamed member
  () => changeTransactionItems({ ...base, added: [], changes: [], amountMinor, reason }),
  // @ts-expect-error: extension with a renamed member
  () => extendTransaction({ ...base, why: reason }),
  // @ts-expect-error: rebill with a renamed member
  () => chargeTransactionAgain({ ...base, amount: amountMinor, reason }),
  // @ts-expect-error: payout with a renamed member
  () => payOutTransaction({ ...base, amount: amountMinor, reason }),
  // @ts-expect-error: receipt with a renamed member
  () => confirmTransactionReceipt({ ...base, amount: amountMinor, reason }),
  // @ts-expect-error: check with a renamed member
  () => checkOperation({ id: '' }),
  // @ts-expect-error: note with a renamed member
  () => writeTransactionNote({ noteId: '', paymentId: '', text: '' }),
  // @ts-expect-error: decision with a renamed member
  () => decideOperation({ id: '', verdict: 'succeeded', reason }),
  // @ts-expect-error: saved view with a renamed member
  () => saveListView({ title: '', query: '', isShared: false }),
  // @ts-expect-error: removed view with a renamed member
  () => removeListView({ viewId: '' }),
]

export const withMemberTooMany = [
  // @ts-expect-error: capture with a member too many
  () => captureTransaction({ ...base, choice, label, reason }),
  // @ts-expect-error: refund with a member too many
  () => refundTransaction({ ...base, choice, reason, label, amountMinor }),
  // @ts-expect-error: void with a member too many
  () => voidTransaction({ ...base, amountMinor, reason, label }),
  // @ts-expect-error: change of the order with a member too many
  () => changeTransactionItems({ ...base, ...order, label }),
  // @ts-expect-error: extension with a member too many
  () => extendTransaction({ ...base, reason, label }),
  // @ts-expect-error: rebill with a member too many
  () => chargeTransactionAgain({ ...base, amountMinor, reason, label }),
  // @ts-expect-error: payout with a member too many
  () => payOutTransaction({ ...base, amountMinor, reason, label }),
  // @ts-expect-error: receipt with a member too many
  () => confirmTransactionReceipt({ ...base, amountMinor, reason, label }),
]

/** The pages hand each action to the dialog of its kind, and each use case takes its own input. */
export const wrongAction: Partial<OperationActions> = {
  // @ts-expect-error: the dialog of a capture asks for no reason
  capture: refundTransaction,
  // @ts-expect-error: the dialog of a void asks for no choice
  void: captureTransaction,
  // @ts-expect-error: the dialog of an extension asks for no amount
  extend_authorization: payOutTransaction,
}

declare const context: OperationContext
export const wrongUseCase = [
  // @ts-expect-error: a capture has a label, or null
  () => capturePayment(context, { ...base, choice }),
  // @ts-expect-error: a refund has a reason
  () => refundPayment(context, { ...base, choice, label }),
]

declare const wider: z.ZodType<{ id: string; name: string }, { id: string; name: string }>
declare const looser: z.ZodType<{ id?: string }, { id?: string }>
declare const roomier: z.ZodType<{ id: string; name?: string }, { id: string; name?: string }>
declare const other: z.ZodType<{ id: number }, { id: number }>
declare const changing: z.ZodType<{ id: string }, { id: number }>
export const wrongSchema = [
  // @ts-expect-error: the schema asks for a member that the type lacks
  schemaOf<{ id: string }>()(wider),
  // @ts-expect-error: the schema takes less than the type promises
  schemaOf<{ id: string }>()(looser),
  // @ts-expect-error: the schema may be sent a member that the type lacks
  schemaOf<{ id: string }>()(roomier),
  // @ts-expect-error: a member of another type
  schemaOf<{ id: string }>()(other),
  // @ts-expect-error: what is sent is not what arrives
  schemaOf<{ id: string }>()(changing),
]

declare const either: 'not_found' | 'unavailable'
export const wrongFailure: readonly (() => Result<never>)[] = [
  // @ts-expect-error: there is no such code
  () => failure('nothing_like_this'),
  // @ts-expect-error: its words need a value
  () => failure('not_found'),
  // @ts-expect-error: a value of another type
  () => failure('too_many_lines', { values: { max: '1000' } }),
  // @ts-expect-error: a code without values
  () => failure('stale_page', { values: { max: 1 } }),
  // @ts-expect-error: details that fit only one of the codes
  () => failure(either, { message: '' }),
]

export function readFailure(failed: Failure): string | null {
  // @ts-expect-error: which values there are is known by the code alone
  if (failed.values.denialReason === 'voided') return null
  return failed.code === 'not_allowed' ? failed.values.denialReason : null
}
