import { z } from 'zod'
import { shownText as shown } from '../shared/fields'

const address = z
  .object({ street1: shown, street2: shown, city: shown, postcode: shown, country: shown })
  .optional()
  .catch(undefined)

const customer = z
  .object({
    givenName: shown,
    surname: shown,
    companyName: shown,
    merchantCustomerId: shown,
    email: shown,
    phone: shown,
  })
  .optional()
  .catch(undefined)

const card = z
  .object({ bin: shown, last4Digits: shown, holder: shown, expiryMonth: shown, expiryYear: shown })
  .optional()
  .catch(undefined)

const result = z.object({
  code: z.string().regex(/^\d{3}\.\d{3}\.\d{3}$/),
  description: shown,
  parameterErrors: z
    .array(z.object({ name: z.string(), message: shown }))
    .optional()
    .catch(undefined),
})

/** `2025-03-05 13:27:41+0000`, with or without milliseconds (§5.9). */
const timestamp = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,3})?[+-]\d{4}$/)
  .transform((text) => new Date(text.replace(' ', 'T').replace(/(\d\d)(\d\d)$/, '$1:$2')))
  .optional()
  .catch(undefined)

/** The part of an answer on which alone one can depend (§5). */
export const oppwaResult = z.object({ result })

export type OppwaResult = z.infer<typeof result>

/** One payment or operation; all but its result may be missing when it failed (§5.9). */
export const oppwaResponse = z.object({
  id: shown,
  referencedId: shown,
  paymentType: shown,
  amount: shown,
  currency: shown,
  merchantTransactionId: shown,
  result,
})

export type OppwaResponse = z.infer<typeof oppwaResponse>

/** The place of an entry of a report, even if the rest of it makes no sense. */
export const oppwaPlace = z.object({ id: shown, referencedId: shown })

/** An entry of a report: one payment or operation (§6.1, §6.2). */
export const oppwaEntry = z.object({
  id: z.string().min(1),
  referencedId: shown,
  paymentType: z.string().min(1),
  paymentBrand: shown,
  amount: z.string().optional(),
  currency: z.string().optional(),
  merchantTransactionId: shown,
  merchantInvoiceId: shown,
  /** The stored card, where the customer let it be kept (§5.5). */
  registrationId: shown,
  shortId: shown,
  result,
  resultDetails: z
    .object({ ExtendedDescription: shown, clearingInstituteName: shown })
    .optional()
    .catch(undefined),
  card,
  customer,
  billing: address,
  shipping: address,
  timestamp,
})

export type OppwaEntry = z.infer<typeof oppwaEntry>
export type OppwaAddress = z.infer<typeof address>

/** A report of several entries; the newer kind names its list in one of two ways (§6.2, §6.3). */
export const oppwaReport = z.object({
  payments: z.array(z.unknown()).optional(),
  records: z.array(z.unknown()).optional(),
})
