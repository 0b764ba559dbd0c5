import { z } from 'zod'
import {
  id,
  optional,
  optionalList,
  shown,
  shownExplanation,
  shownId,
  shownObject,
  shownReference,
  shownText,
  shownTime,
  word,
} from '../shared/fields'

const address = shownObject({
  street1: shownText,
  street2: shownText,
  city: shownText,
  postcode: shownText,
  country: shownText,
})

const customer = shownObject({
  givenName: shownText,
  surname: shownText,
  companyName: shownText,
  merchantCustomerId: shownText,
  email: shownText,
  phone: shownText,
})

const card = shownObject({
  bin: shownText,
  last4Digits: shownText,
  holder: shownText,
  expiryMonth: shownText,
  expiryYear: shownText,
})

const result = z.object({
  code: z.string().regex(/^\d{3}\.\d{3}\.\d{3}$/),
  description: shownExplanation,
  parameterErrors: shown(z.array(z.object({ name: z.string(), message: shownExplanation }))),
})

/** The part of an answer on which alone one can depend (§5). */
export const oppwaResult = z.object({ result })

export type OppwaResult = z.infer<typeof result>

/** One payment or operation; all but its result may be missing when it failed (§5.9). */
export const oppwaResponse = z.object({
  id: shownId,
  referencedId: shownId,
  paymentType: shownText,
  amount: shown(z.string()),
  currency: shown(z.string()),
  merchantTransactionId: shownReference,
  result,
})

export type OppwaResponse = z.infer<typeof oppwaResponse>

/** The place of an entry of a report, even if the rest of it makes no sense. */
export const oppwaPlace = z.object({
  id: shownId,
  referencedId: shownId,
  paymentType: z.unknown().optional(),
  amount: z.unknown().optional(),
})

/** An entry of a report: one payment or operation (§6.1, §6.2). */
export const oppwaEntry = z.object({
  id,
  referencedId: optional(id),
  paymentType: word,
  paymentBrand: shownText,
  amount: optional(z.string()),
  currency: optional(z.string()),
  merchantTransactionId: shownReference,
  merchantInvoiceId: shownReference,
  /** The stored card, where the customer let it be kept (§5.5). */
  registrationId: shownId,
  shortId: shownText,
  result,
  resultDetails: shownObject({ clearingInstituteName: shownText }),
  card,
  customer,
  billing: address,
  shipping: address,
  /** `2025-03-05 13:27:41+0000`, with or without milliseconds (§5.9). */
  timestamp: shownTime,
})

export type OppwaEntry = z.infer<typeof oppwaEntry>
export type OppwaAddress = z.infer<typeof address>

/** A report of several entries; the newer kind names its list in one of two ways (§6.2, §6.3). */
export const oppwaReport = z.object({
  payments: optionalList(z.unknown()),
  records: optionalList(z.unknown()),
})
