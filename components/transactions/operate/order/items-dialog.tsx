'use client'

import { maxMinorOf } from '@/components/transactions/operate/availabilities'
import { DialogAfter } from '@/components/transactions/operate/dialog-after'
import {
  OperationDialog,
  type OperationDialogProps,
  type Verb,
} from '@/components/transactions/operate/operation-dialog'
import type { OperableTransaction } from '@/components/transactions/operate/operations'
import { predict } from '@/components/transactions/operate/prediction'
import { OptionalLabel, STRONG } from '@/components/transactions/operate/rich-text'
import {
  useOperationForm,
  type OperationForm,
} from '@/components/transactions/operate/use-operation-form'
import { methodOf } from '@/components/transactions/shared/method'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { TEXT_LIMITS } from '@/lib/config/browser-limits'
import { heldMinor } from '@/lib/domain/payment/transaction'
import { changeableOrder } from '@/lib/domain/rules/order-change'
import type { Formats } from '@/lib/format/formats'
import { useDescribeFailure } from '@/lib/i18n/describe-failure'
import { useI18n } from '@/lib/i18n/use-i18n'
import { ExistingLines } from './existing-lines'
import { NewItemFields, rateText } from './new-item-fields'
import { ratesOf, readOrder, type NewItemEntry, type OrderEntry } from './order-entry'
import { OrderTotal } from './order-total'

/** Adds order lines and changes open ones; the method then holds the new total. */
export default function ItemsDialog(dialog: OperationDialogProps<'update_authorization'>) {
  const { kind, transaction, availability } = dialog
  const { items, totals, currency, method } = transaction
  const i18n = useI18n()
  const describeFailure = useDescribeFailure()
  const { t, formats } = i18n
  const form = useOperationForm<OrderEntry>(() => ({
    additions: [blankItem(1, ratesOf(items), formats)],
    quantities: {},
    pricesIncludeVat: true,
    note: '',
  }))
  const { entry, change, showErrors } = form
  const reading = readOrder(entry, transaction, maxMinorOf(availability), i18n)
  const amountMinor = reading.ok ? reading.value.entry.amountMinor : null
  const before = heldMinor(totals)
  const after = amountMinor === null ? null : predict(kind, transaction, amountMinor).heldMinor
  return (
    <OperationDialog
      dialog={dialog}
      form={form}
      title="update"
      verb={verbFor(before, after)}
      sumMinor={after}
      entry={reading.ok ? reading.value.entry : null}
      problem={showErrors && !reading.ok ? describeFailure(reading.error) : null}
      wide
    >
      <div className="grid gap-3">
        <NewItems transaction={transaction} form={form} />
        <ExistingLines
          items={changeableOrder(items, totals)}
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
      <DialogAfter kind={kind} transaction={transaction} amountMinor={amountMinor}>
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

interface NewItemsProps {
  readonly transaction: Pick<OperableTransaction, 'items' | 'currency'>
  readonly form: Pick<OperationForm<OrderEntry>, 'entry' | 'change' | 'showErrors'>
}

/** The new lines, of which there is always one to fill in. */
function NewItems({ transaction: { items, currency }, form }: NewItemsProps) {
  const { t, formats } = useI18n()
  const { entry, change, showErrors } = form
  const { additions } = entry
  const rates = ratesOf(items)
  return (
    <>
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
            change({ additions: [...additions, blankItem(key, rates, formats)] })
          }}
        >
          <Icon name="plus" className="size-3.5" />
          {t('orderChange.another')}
        </Button>
      </div>
    </>
  )
}

function blankItem(key: number, [rate]: readonly number[], formats: Formats): NewItemEntry {
  const vatText = rate === undefined ? '' : rateText(rate, formats)
  return { key, description: '', quantityText: '1', priceText: '', vatText }
}

function verbFor(before: number, after: number | null): Verb {
  if (after === null || after === before) return 'keep'
  return after > before ? 'raise' : 'lower'
}
