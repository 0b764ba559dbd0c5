import { z } from 'zod'
import type { NumberCode } from '@/lib/access/refusals'
import { schemaOf, words } from '@/lib/access/schema-of'
import { LIMITS } from '@/lib/config/limits'
import type {
  CheckInput,
  FreeAmountKind,
  KeepRestInput,
  NoteInput,
  OperationInputs,
  TagInput,
} from '@/lib/domain/operation/inputs'

const { text } = LIMITS

/** A whole number from `least` to `most`; another one is refused by the code that the domain has. */
function whole(code: NumberCode, least: number, most = Number.MAX_SAFE_INTEGER) {
  const isWithin = (value: number) => Number.isSafeInteger(value) && value >= least && value <= most
  return z.number().refine(isWithin, { params: { code } })
}

const amountMinor = whole('amount_not_positive', 1)
const quantityMicros = z.int().nonnegative()
/** Something that only has to be the same as what the database holds, which is never a NUL. */
const known = (most: number) =>
  z
    .string()
    .max(most)
    .refine((value) => !value.includes('\0'))
const lineId = known(text.lineId).min(1)
const reason = words(text.reason)
const label = words(text.reference).nullable()

const operation = z.strictObject({
  operationId: z.uuid(),
  transactionId: z.uuid(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  expectedRevision: known(text.moneyRevision),
})

const lineChoice = z.strictObject({ lineId, quantityMicros, amountMinor: z.int().nullable() })

const choice = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('all'), amountMinor }),
  z.strictObject({ mode: z.literal('amount'), amountMinor }),
  z.strictObject({
    mode: z.literal('lines'),
    amountMinor,
    lines: z.array(lineChoice).min(1).max(text.lines),
  }),
])

const newItem = z.strictObject({
  description: words(text.itemDescription),
  quantityMicros: whole('item_quantity_invalid', 1),
  unitPriceMinor: whole('item_price_invalid', 1),
  vatBasisPoints: whole('item_vat_invalid', 0, 10_000),
  priceIncludesVat: z.boolean(),
})

export const captureInput = schemaOf<OperationInputs['capture']>()(
  operation.extend({ choice, label }),
)
export const refundInput = schemaOf<OperationInputs['refund']>()(
  operation.extend({ choice, reason, label }),
)
export const voidInput = schemaOf<OperationInputs['void']>()(
  operation.extend({ amountMinor, reason }),
)
export const freeAmountInput = schemaOf<OperationInputs[FreeAmountKind]>()(
  operation.extend({ amountMinor, reason }),
)
export const changeItemsInput = schemaOf<OperationInputs['update_authorization']>()(
  operation.extend({
    additions: z.array(newItem).max(text.lines),
    changes: z.array(z.strictObject({ lineId, quantityMicros })).max(text.lines),
    amountMinor,
    reason: reason.nullable(),
  }),
)
export const noteInput = schemaOf<NoteInput>()(
  z.strictObject({
    noteId: z.uuid(),
    transactionId: z.uuid(),
    text: words(text.note),
  }),
)
export const keepRestInput = schemaOf<KeepRestInput>()(z.strictObject({ transactionId: z.uuid() }))
/** Longer than any tag: what is wrong about one is said by the use case. */
export const tagInput = schemaOf<TagInput>()(
  z.strictObject({ transactionId: z.uuid(), tag: z.string().max(LIMITS.text.reason) }),
)
export const extendInput = schemaOf<OperationInputs['extend_authorization']>()(
  operation.extend({ reason }),
)
export const checkInput = schemaOf<CheckInput>()(z.strictObject({ operationId: z.uuid() }))
