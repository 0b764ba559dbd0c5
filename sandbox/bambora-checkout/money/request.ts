import { z } from 'zod'
import type { RequestBody } from '../../calls/body'
import { byGateway, type Refusal } from '../meta'
import type { InvoiceLine, MoneyAction } from '../payment'
import type { Settings } from '../settings'

/** A requested capture, credit or delete whose form was checked. */
export interface MoneyRequest {
  readonly action: MoneyAction
  /** Minor units; null means all that is left. */
  readonly amount: number | null
  readonly currency: string | null
  readonly lines: readonly InvoiceLine[]
}

/** A request with its amount resolved. */
export interface CheckedRequest extends MoneyRequest {
  readonly amount: number
}

const INT32_MAX = 2_147_483_647
export const amountSchema = z.int().min(0).max(INT32_MAX)
const minor = z.int().optional()

/** A line in a request (fact sheet §7.4). */
export const lineSchema = z.looseObject({
  id: z.string().optional(),
  linenumber: z.coerce.string().default('1'),
  description: z.string().optional(),
  text: z.string().optional(),
  quantity: z.number().default(1),
  unit: z.string().optional(),
  unitprice: minor,
  unitpriceinclvat: minor,
  unitpricevatamount: minor,
  totalprice: minor,
  totalpriceinclvat: z.int(),
  totalpricevatamount: minor,
  vat: z.number().optional(),
})

const bodySchema = z.object({
  amount: amountSchema.optional(),
  currency: z.string().optional(),
  invoicelines: z.array(lineSchema).optional(),
})
const digits = z.string().regex(/^\d+$/).transform(Number).pipe(amountSchema)
const lenientSchema = bodySchema.extend({ amount: amountSchema.or(digits).optional() })

/** Reads the body of a write; nothing, `null`, `[]` and `{}` all mean an empty one (§7.3). */
export function parseMoneyRequest(
  action: MoneyAction,
  body: RequestBody,
  { amountAsText }: Pick<Settings, 'amountAsText'>,
): MoneyRequest | { readonly refusal: Refusal } {
  if (body.kind === 'malformed') return { refusal: formRefusal('the body is not JSON') }
  const value = body.kind === 'none' || isEmpty(body.value) ? {} : body.value
  const parsed = (amountAsText === 'accept' ? lenientSchema : bodySchema).safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { refusal: formRefusal(`${issue?.path.join('.') ?? 'body'} is not valid`) }
  }
  const { amount, currency, invoicelines } = parsed.data
  if (action === 'credit' && amount === undefined) {
    return { refusal: formRefusal('amount is required') }
  }
  return {
    action,
    amount: action === 'delete' ? null : (amount ?? null),
    currency: currency ?? null,
    lines: invoicelines ?? [],
  }
}

function isEmpty(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0)
}

function formRefusal(problem: string): Refusal {
  return byGateway('101', `The request is not valid: ${problem}.`)
}
