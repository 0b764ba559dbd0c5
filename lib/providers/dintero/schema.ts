import { z } from 'zod'
import { currencyCode, shownText as shown, zonedTime } from '../shared/fields'

const shownNumber = z.number().optional().catch(undefined)
const minor = z.int()
const texts = z.record(z.string(), z.unknown()).optional().catch(undefined)

const address = z
  .object({
    first_name: shown,
    last_name: shown,
    address_line: shown,
    address_line_2: shown,
    co_address: shown,
    business_name: shown,
    postal_code: shown,
    postal_place: shown,
    country: shown,
    phone_number: shown,
    email: shown,
    organization_number: shown,
  })
  .optional()
  .catch(undefined)

const item = z.object({
  line_id: z.coerce.string(),
  id: shown,
  description: shown,
  quantity: shownNumber,
  amount: minor,
  vat_amount: minor.optional().catch(undefined),
  vat: shownNumber,
  type: shown,
  gross_amount: minor.optional().catch(undefined),
})

const eventItem = z.object({
  line_id: z.coerce.string(),
  quantity: shownNumber,
  amount: minor,
})

const eventError = z
  .object({
    code: shown,
    message: shown,
    type: z.array(z.string()).optional().catch(undefined),
    retry_policy: z
      .object({
        retry_codes: z.array(z.string()).optional().catch(undefined),
        retry_after: shown,
      })
      .optional()
      .catch(undefined),
  })
  .optional()
  .catch(undefined)

const correction = z.object({
  event_ids: z.array(z.coerce.string()).optional(),
  status: shown,
  remaining_capture_amount: minor,
  remaining_refund_amount: minor,
  remaining_void_amount: minor,
})

const event = z.object({
  id: z.coerce.string(),
  event: z.string(),
  success: z.boolean().optional(),
  amount: minor.optional(),
  items: z.array(eventItem).optional().catch(undefined),
  error: eventError,
  correction: correction.optional(),
  request_id: shown,
  correlation_request_id: shown,
  event_reference: shown,
  created_at: zonedTime.optional().catch(undefined),
  request_headers: texts,
  metadata: texts,
})

/**
 * The fields that we read of Dintero's transaction object; everything else in it is ignored (fact
 * sheet §7).
 */
export const dinteroTransaction = z.object({
  id: z.string().min(1),
  payment_product: shown,
  payment_product_type: z.string(),
  amount: minor.nonnegative(),
  currency: currencyCode,
  status: z.string(),
  merchant_reference: shown,
  merchant_reference_2: shown,
  customer: z
    .object({ customer_id: shown, email: shown, phone_number: shown })
    .optional()
    .catch(undefined),
  billing_address: address,
  shipping_address: address,
  card: z
    .object({ brand: shown, masked_pan: shown, expiry_date: shown })
    .optional()
    .catch(undefined),
  items: z.array(item).optional(),
  events: z.array(event).optional(),
  metadata: texts,
  created_at: zonedTime,
  updated_at: zonedTime.optional(),
})

export type DinteroTransaction = z.infer<typeof dinteroTransaction>
export type DinteroEvent = z.infer<typeof event>
export type DinteroItem = z.infer<typeof item>
export type DinteroAddress = z.infer<typeof address>

/** The answer of the token endpoint (fact sheet §2.2). */
export const dinteroToken = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive(),
})
