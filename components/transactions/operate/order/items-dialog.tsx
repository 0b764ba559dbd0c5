'use client'

import { useState } from 'react'
import { DialogAfter } from '@/components/transactions/operate/dialog-after'
import { methodOf } from '@/components/transactions/operate/method-of'
import {
  OperationDialog,
  type OperationDialogProps,
  type Verb,
} from '@/components/transactions/operate/operation-dialog'
import { OptionalLabel } from '@/components/transactions/operate/optional-label'
import { predict } from '@/components/transactions/operate/prediction'
import { STRONG } from '@/components/transactions/operate/strong'
import { TEXT_LIMITS } from '@/components/transactions/operate/text-limits'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { heldMinor } from '@/lib/domain/payment/transaction'
import { useDescribeFailure } from '@/lib/i18n/describe-failure'
import { useI18n } from '@/lib/i18n/use-i18n'
import { ExistingLines } from './existing-lines'
import type { NewItemEntry } from './new-item-entry'
import { NewItemFields } from './new-item-fields'
import { ratesOf, readOrder, type OrderEntry } from './order-entry'
import { OrderTotal } from './order-total'
import { rateText } from './vat-field'

const KIND = 'update_authorization'

/** Adds order lines and changes open ones, so that the method holds the new total. */
export default function ItemsDialog(dialog: OperationDialogProps<typeof KIND>) {
  const { transaction, availability } = dialog
  const { items, totals, currency, method } = transaction
  const i18n = useI18n()
  const describeFailure = useDescribeFailure()
  const { t, formats } = i18n
  const rates = ratesOf(items)
  const blank = (key: number): NewItemEntry => ({
    key,
    description: '',
    quantityText: '1',
    priceText: '',
    vatText: rates[0] === undefined ? '' : rateText(rates[0], formats),
  })
  const [entry, setEntry] = useState<OrderEntry>(() => ({
    additions: [blank(1)],
    quantities: {},
    pricesIncludeVat: true,
    note: '',
  }))
  const [showErrors, setShowErrors] = useState(false)
  const maxMinor = availability.allowed ? availability.maxMinor : 0
  const reading = readOrder(entry, transaction, maxMinor, i18n)
  const amountMinor = reading.ok ? reading.value.entry.amountMinor : null
  const before = heldMinor(totals)
  const after = amountMinor === null ? null : predict(KIND, transaction, amountMinor).heldMinor
  const change = (part: Partial<OrderEntry>) => setEntry({ ...entry, ...part })
  const { additions } = entry
  return (
    <OperationDialog
      kind={KIND}
      dialog={dialog}
      title="update"
      verb={verbFor(before, after)}
      sumMinor={after}
      entry={reading.ok ? reading.value.entry : null}
      onIncomplete={() => setShowErrors(true)}
      problem={showErrors && !reading.ok ? describeFailure(reading.error) : null}
      wide
    >
      <div className="grid gap-3">
        {additions.map((addition, index) => (
          <NewItemFields
            key={addition.key}
            entry={addition}
            number={index + 1}
            rates={rates}
            currency={currency}
            showErrors={showErrors}
            pricesIncludeVat={entry.pricesIncludeVat}
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
            {t('orderChange.pricesIncludeVat')}
          </label>
          <Button
            size="small"
            onClick={() => {
              const key = Math.max(...additions.map((addition) => addition.key)) + 1
              change({ additions: [...additions, blank(key)] })
            }}
          >
            <Icon name="plus" className="size-3.5" />
            {t('orderChange.another')}
          </Button>
        </div>
        <ExistingLines
          items={items}
          currency={currency}
          quantities={entry.quantities}
          after={reading.ok ? reading.value.items : null}
          onChange={(quantities) => change({ quantities })}
        />
        {reading.ok && <OrderTotal order={reading.value} currency={currency} />}
      </div>
      <Field
        label={<OptionalLabel name="note" />}
        value={entry.note}
        maxLength={TEXT_LIMITS.reason}
        autoComplete="off"
        onChange={(event) => change({ note: event.target.value })}
      />
      <DialogAfter kind={KIND} transaction={transaction} amountMinor={amountMinor}>
        {after !== null &&
          after !== before &&
          t.rich('orderChange.holdChanges', {
            ...STRONG,
            before: formats.money(before, currency),
            after: formats.money(after, currency),
          })}{' '}
        {t('orderChange.mayRefuse', { method: methodOf(method, t).name })}
      </DialogAfter>
    </OperationDialog>
  )
}

function verbFor(before: number, after: number | null): Verb {
  if (after === null || after === before) return 'keep'
  return after > before ? 'raise' : 'lower'
}
