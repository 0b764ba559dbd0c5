'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type SyntheticEvent, type KeyboardEvent } from 'react'
import { usePersonAct } from '@/components/access/shared/use-person-act'
import { FailureAlert } from '@/components/act/failure-alert'
import { BATCH_NO_RESPONSE } from '@/components/transactions/select/use-rehearsal'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import type { BatchRowView } from '@/lib/domain/batch/batch'
import type { ChangeBatchRowInput } from '@/lib/domain/batch/batch-inputs'
import { positiveAmount } from '@/lib/domain/money/money'
import { decimalText } from '@/lib/format/money'
import { useFormats } from '@/lib/i18n/use-i18n'
import type { BatchActions } from '../batch-actions'

type Row = Pick<
  BatchRowView,
  'number' | 'order' | 'transactionId' | 'amountMinor' | 'currency' | 'isByLines'
>

interface Props {
  readonly batchId: string
  readonly row: Row
  readonly action: BatchActions['changeRow']
}

/** Corrects a row: its amount where it has a payment, else the order number that found none. */
export function RowChange({ batchId, row, action }: Props) {
  const t = useTranslations('batchRehearsal.row')
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const { number, order } = row

  function close() {
    setOpen(false)
    requestAnimationFrame(() => button.current?.focus())
  }

  if (!isOpen) {
    return (
      <Button
        ref={button}
        size="small"
        className="relative z-10"
        aria-label={t('changeOf', { order: order === '' ? String(number) : order })}
        onClick={() => setOpen(true)}
      >
        {t('change')}
      </Button>
    )
  }
  return <ChangeForm batchId={batchId} row={row} action={action} onClose={close} />
}

function ChangeForm({ batchId, row, action, onClose }: Props & { readonly onClose: () => void }) {
  const t = useTranslations('batchRehearsal.row')
  const entry = useChangeEntry(row)
  const { isPending, failure, act } = usePersonAct(action, BATCH_NO_RESPONSE)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])

  async function onSubmit(event: SyntheticEvent) {
    event.preventDefault()
    const change = entry.submit()
    if (change === null) return
    const result = await act({ batchId, number: row.number, change })
    if (result?.ok) onClose()
  }
  function onKeyDown({ key }: KeyboardEvent) {
    if (key === 'Escape') onClose()
  }
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => void onSubmit(event)}
      onKeyDown={onKeyDown}
      className="relative z-10 grid w-full max-w-72 gap-2"
    >
      <Field
        label={entry.label}
        value={entry.text}
        inputMode={entry.isAmount ? 'decimal' : undefined}
        maxLength={100}
        autoComplete="off"
        error={entry.error}
        onChange={({ target }) => entry.setText(target.value)}
      />
      <FailureAlert failure={failure} />
      <div className="flex gap-2">
        <Button type="submit" size="small" tone="primary" busy={isPending}>
          {t('save')}
        </Button>
        <Button size="small" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}

/** The text of a correction, and what it means. */
function useChangeEntry({ transactionId, order, amountMinor, currency }: Row) {
  const t = useTranslations('batchRehearsal.row')
  const formats = useFormats()
  const isAmount = transactionId !== null && currency !== null
  const writeAmount = (minor: number) =>
    currency === null ? '' : decimalText(minor, currency).replace('.', formats.decimalMark)
  const [text, setText] = useState(
    isAmount ? (amountMinor === null ? '' : writeAmount(amountMinor)) : order,
  )
  const [showErrors, setShowErrors] = useState(false)
  const change = readChange()
  const problem = isAmount ? t('unreadable', { example: writeAmount(124_900) }) : t('orderMissing')

  function readChange(): ChangeBatchRowInput['change'] | null {
    if (!isAmount) return text.trim() === '' ? null : { act: 'order', order: text.trim() }
    const typed = positiveAmount(text, currency, formats.decimalMark)
    return typed === null ? null : { act: 'amount', amountMinor: typed }
  }
  function submit() {
    setShowErrors(true)
    return change
  }
  const label = isAmount ? t('amount', { currency }) : t('orderNumber')
  const error = showErrors && change === null ? problem : null
  return { isAmount, text, setText, label, error, submit }
}
