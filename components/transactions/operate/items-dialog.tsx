'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { heldMinor } from '@/lib/domain/transaction'
import { methodLabel } from '@/lib/format/methods'
import { formatMoney } from '@/lib/format/money'
import { DialogAfter } from './dialog-after'
import { ExistingLines } from './existing-lines'
import type { NewItemEntry } from './new-item-entry'
import { NewItemFields } from './new-item-fields'
import { OperationDialog, type OperationDialogProps } from './operation-dialog'
import { ratesOf, readOrder, type OrderEntry } from './order-entry'
import { predict } from './prediction'
import { TEXT_LIMITS } from './text-limits'
import { rateText } from './vat-field'

const KIND = 'update_authorization'

/** Adds order lines and changes open ones, so that the method holds the new total. */
export default function ItemsDialog(dialog: OperationDialogProps<typeof KIND>) {
  const { transaction, availability } = dialog
  const { items, totals, currency, method } = transaction
  const rates = ratesOf(items)
  const blank = (key: number): NewItemEntry => ({
    ...{ key, description: '', quantityText: '1', priceText: '' },
    vatText: rates[0] === undefined ? '' : rateText(rates[0]),
  })
  const [entry, setEntry] = useState<OrderEntry>(() => ({
    ...{ additions: [blank(1)], quantities: {}, pricesIncludeVat: true, note: '' },
  }))
  const [asked, setAsked] = useState(false)
  const reading = readOrder(entry, transaction, availability.allowed ? availability.maxMinor : 0)
  const amountMinor = reading.ok ? reading.value.entry.amountMinor : null
  const before = heldMinor(totals)
  const after = amountMinor === null ? null : predict(KIND, totals, amountMinor).heldMinor
  const { name } = methodLabel(method)
  const change = (part: Partial<OrderEntry>) => setEntry({ ...entry, ...part })
  const { additions } = entry
  return (
    <OperationDialog
      kind={KIND}
      dialog={dialog}
      title="Add or change items"
      {...WORDS[after === null ? 'unknown' : direction(before, after)]}
      sum={after === null ? null : formatMoney(after, currency)}
      entry={reading.ok ? reading.value.entry : null}
      onIncomplete={() => setAsked(true)}
      problem={asked && !reading.ok ? reading.error.message : null}
      wide
    >
      <div className="grid gap-3">
        {additions.map((addition, index) => (
          <NewItemFields
            key={addition.key}
            entry={addition}
            number={index + 1}
            {...{ rates, currency, asked, pricesIncludeVat: entry.pricesIncludeVat }}
            onChange={(next) => change({ additions: additions.with(index, next) })}
            onRemove={
              additions.length === 1
                ? null
                : () => change({ additions: additions.toSpliced(index, 1) })
            }
          />
        ))}
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <label className="flex cursor-pointer items-center gap-2.5">
            <Checkbox
              checked={entry.pricesIncludeVat}
              onChange={(event) => change({ pricesIncludeVat: event.target.checked })}
            />
            Prices include VAT
          </label>
          <Button
            size="small"
            onClick={() => {
              const key = Math.max(...additions.map((addition) => addition.key)) + 1
              change({ additions: [...additions, blank(key)] })
            }}
          >
            <Icon name="plus" className="size-3.5" />
            Another item
          </Button>
        </div>
        <ExistingLines
          items={items}
          currency={currency}
          quantities={entry.quantities}
          after={reading.ok ? reading.value.items : null}
          onChange={(quantities) => change({ quantities })}
        />
      </div>
      <Field
        label={
          <>
            Note <span className="text-ink-faint font-normal">(optional)</span>
          </>
        }
        value={entry.note}
        maxLength={TEXT_LIMITS.reason}
        autoComplete="off"
        onChange={(event) => change({ note: event.target.value })}
      />
      <DialogAfter kind={KIND} transaction={transaction} amountMinor={amountMinor}>
        {after !== null && after !== before && (
          <>
            The hold goes from {formatMoney(before, currency)} to{' '}
            <strong className="text-ink font-semibold">{formatMoney(after, currency)}</strong>.
          </>
        )}{' '}
        {name} checks the customer again and may say no; the present hold then stays as it is.
      </DialogAfter>
    </OperationDialog>
  )
}

const WORDS = {
  raise: { verb: 'Raise the hold to', doing: 'Raising the hold to' },
  lower: { verb: 'Lower the hold to', doing: 'Lowering the hold to' },
  keep: { verb: 'Keep the hold at', doing: 'Keeping the hold at' },
  unknown: { verb: 'Change the order', doing: 'Changing the order' },
} as const

function direction(before: number, after: number): 'raise' | 'lower' | 'keep' {
  if (after === before) return 'keep'
  return after > before ? 'raise' : 'lower'
}
