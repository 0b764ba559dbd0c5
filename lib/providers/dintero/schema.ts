import { z } from 'zod'
import {
  amount,
  currencyCode,
  id,
  optional,
  optionalList,
  shown,
  shownAmount,
  shownExplanation,
  shownFacts,
  shownId,
  shownNumber,
  shownObject,
  shownReference,
  shownText,
  shownTime,
  word,
} from '../shared/fields'

const address = shownObject({
  first_name: shownText,
  last_name: shownText,
  address_line: shownText,
  address_line_2: shownText,
  co_address: shownText,
  business_name: shownText,
  postal_code: shownText,
  postal_place: shownText,
  country: shownText,
  phone_number: shownText,
  email: shownText,
  organization_number: shownText,
})

const item = z.object({
  line_id: shownId,
  id: shownText,
  description: shownText,
  quantity: shownNumber,
  amount,
  vat_amount: shownAmount,
  vat: shownNumber,
  type: shownText,
  gross_amount: shownAmount,
})

const eventItem = z.object({
  line_id: shownId,
  quantity: shownNumber,
  amount,
})

const eventError = shownObject({
  code: shownText,
  message: shownExplanation,
  type: shown(z.array(z.string())),
  retry_policy: shownObject({
    retry_codes: shown(z.array(z.string())),
    retry_after: shownTime,
  }),
})

const correction = z.object({
  event_ids: optionalList(id),
  status: shownText,
  remaining_capture_amount: amount,
  remaining_refund_amount: amount,
  remaining_void_amount: amount,
})

const event = z.object({
  id: shownId,
  event: word,
  success: optional(z.boolean()),
  amount: optional(amount),
  items: shown(z.array(eventItem)),
  error: eventError,
  correction: optional(correction),
  request_id: shownText,
  correlation_request_id: shownText,
  event_reference: shownReference,
  created_at: shownTime,
  request_headers: shownFacts,
  metadata: shownFacts,
})

/** Events with their ids; one that names none is known by its place, for events are only added. */
const events = z
  .array(event)
  .transform((all) => all.map((one, index) => ({ ...one, id: one.id ?? `event-${index + 1}` })))

/**
 * The fields that we read of Dintero's transaction object; everything else in it is ignored (fact
 * sheet §7).
 */
export const dinteroTransaction = z.object({
  id,
  payment_product: shownText,
  payment_product_type: shownText,
  amount: amount.nonnegative(),
  currency: currencyCode,
  status: optional(word),
  merchant_reference: shownReference,
  merchant_reference_2: shownReference,
  customer: shownObject({ customer_id: shownText, email: shownText, phone_number: shownText }),
  billing_address: address,
  shipping_address: address,
  card: shownObject({ brand: shownText, masked_pan: shownText, expiry_date: shownText }),
  items: optionalList(item),
  events: optional(events),
  metadata: shownFacts,
  created_at: shownTime,
  updated_at: shownTime,
})

export type DinteroTransaction = z.infer<typeof dinteroTransaction>
export type DinteroEvent = z.infer<typeof events>[number]
export type DinteroItem = z.infer<typeof item>
export type DinteroAddress = z.infer<typeof address>

/** The answer of the token endpoint (fact sheet §2.2). */
export const dinteroToken = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive(),
})
