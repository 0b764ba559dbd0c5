import { z } from 'zod'
import {
  amount,
  currencyCode,
  id as anyId,
  optional,
  shown,
  shownAmount,
  shownExplanation,
  shownId,
  shownNumber,
  shownObject,
  shownReference,
  shownText,
  shownTime,
  word,
} from '../shared/fields'

/** A 64-bit id: digits as text, since a float would round it (fact sheet §4). */
const id = anyId.pipe(z.string().regex(/^\d{1,20}$/))

/** A list; a bare object counts as a list of one, absence as an empty one (§6.2). */
export function listOf<Entry extends z.ZodType>(entry: Entry) {
  return z.preprocess((value): readonly unknown[] => {
    if (value === undefined || value === null) return []
    return Array.isArray(value) ? value : [value]
  }, z.array(entry))
}

const currency = z.object({
  code: currencyCode,
  minorunits: z.int().min(0).max(4),
})

/** The envelope of every response (§5); only `result` shows success. `action` may be null. */
export const metaSchema = z.object({
  result: z.boolean(),
  message: shownObject({ enduser: shownExplanation, merchant: shownExplanation }),
  action: shownObject({ source: shownText, code: shownText }),
  paging: shownObject({ lastevaluatedkey: shown(z.string().min(1)) }),
})

export type Meta = z.infer<typeof metaSchema>

/** The fields that we read of a transaction; everything else in it is ignored (§6.1). */
export const transactionSchema = z.object({
  id,
  currency,
  orderid: shownReference,
  merchantnumber: anyId,
  createddate: shownTime,
  available: z.object({ capture: amount.nonnegative() }),
  total: z.object({
    authorized: amount.nonnegative(),
    captured: amount.nonnegative(),
    credited: amount.nonnegative(),
    declined: amount.nonnegative().nullish().catch(undefined),
  }),
  status: optional(word),
  reference: shownReference,
  information: shownObject({
    paymenttypes: listOf(z.object({ id: shownId, groupid: shownId, displayname: shownText })).catch(
      [],
    ),
    primaryaccountnumbers: listOf(z.object({ number: shownText })).catch([]),
    acquirers: listOf(z.object({ name: shownText })).catch([]),
    wallets: listOf(z.object({ name: shownText })).catch([]),
    acquirerreferences: listOf(z.object({ reference: shownText })).catch([]),
  }),
})

export type BamboraTransaction = z.infer<typeof transactionSchema>

/** One entry of the operation tree, without its children (§6.2). */
export const operationSchema = z.object({
  id,
  createddate: shownTime,
  amount: optional(amount),
  currency: optional(currency),
  /** Without one its result is still to come. */
  status: optional(word),
  action: word,
  subaction: shownText,
  actioncode: shownText,
  actionsource: shownText,
  iscapturemulti: shown(z.boolean()),
  /** Who asked for it; null for the payment window and the portal. */
  apiuser: z.object({ email: shownText, description: shownText }).nullish().catch(undefined),
})

export type BamboraOperation = z.infer<typeof operationSchema>

const invoiceLine = z.object({
  id: shownText,
  linenumber: shownId,
  description: shownText,
  quantity: shownNumber,
  totalpriceinclvat: amount,
  totalpricevatamount: shownAmount,
  vat: shownNumber,
})

/** An invoice, or the credit note of a credit (§6.4). */
export const invoiceSchema = z.object({
  transactionoperationid: id,
  type: word,
  lines: listOf(invoiceLine),
})

export type BamboraInvoice = z.infer<typeof invoiceSchema>
export type InvoiceLine = z.infer<typeof invoiceLine>

/** The answer to a capture, credit or delete: ids only (§7). */
export const writtenSchema = z.object({
  transactionoperations: listOf(z.object({ id })).pipe(
    z.array(z.object({ id: z.string() })).min(1),
  ),
})
