import { z } from 'zod'
import { currencyCode, shownText as shown, zonedTime } from '../shared/fields'

const minor = z.int()

/** A 64-bit id: digits as text, since a float would round it (fact sheet §4). */
const id = z.union([z.string().regex(/^\d{1,20}$/), z.int().nonnegative().transform(String)])

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
  message: z.object({ enduser: shown, merchant: shown }).nullish().catch(undefined),
  action: z
    .object({ source: shown, code: z.coerce.string().nullish().catch(undefined) })
    .nullish()
    .catch(undefined),
  paging: z.object({ lastevaluatedkey: shown }).nullish().catch(undefined),
})

export type Meta = z.infer<typeof metaSchema>

/** The fields that we read of a transaction; everything else in it is ignored (§6.1). */
export const transactionSchema = z.object({
  id,
  currency,
  orderid: shown,
  merchantnumber: z.string(),
  createddate: zonedTime,
  available: z.object({ capture: minor.nonnegative(), credit: minor.nonnegative() }),
  total: z.object({
    authorized: minor.nonnegative(),
    captured: minor.nonnegative(),
    credited: minor.nonnegative(),
  }),
  status: z.string(),
  reference: shown,
  information: z
    .object({
      paymenttypes: listOf(
        z.object({ id: z.coerce.string(), groupid: z.coerce.string(), displayname: shown }),
      ).catch([]),
      primaryaccountnumbers: listOf(z.object({ number: shown })).catch([]),
      acquirers: listOf(z.object({ name: shown })).catch([]),
      wallets: listOf(z.object({ name: shown })).catch([]),
      acquirerreferences: listOf(z.object({ reference: shown })).catch([]),
    })
    .nullish()
    .catch(undefined),
})

export type BamboraTransaction = z.infer<typeof transactionSchema>

/** One entry of the operation tree, without its children (§6.2). */
export const operationSchema = z.object({
  id,
  createddate: zonedTime,
  amount: minor.nullish(),
  currency: currency.nullish(),
  status: z.string(),
  action: z.string(),
  subaction: shown,
  actioncode: z.coerce.string().nullish().catch(undefined),
  actionsource: shown,
  iscapturemulti: z.boolean().nullish().catch(undefined),
})

export type BamboraOperation = z.infer<typeof operationSchema>

const invoiceLine = z.object({
  id: shown,
  linenumber: z.coerce.string(),
  description: shown,
  quantity: z.number(),
  totalpriceinclvat: minor,
  totalpricevatamount: minor.nullish().catch(undefined),
  vat: z.number().nullish().catch(undefined),
})

/** An invoice, or the credit note of a credit (§6.4). */
export const invoiceSchema = z.object({
  transactionoperationid: id,
  type: z.string(),
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
