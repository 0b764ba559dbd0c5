'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { SelectField } from '@/components/ui/select-field'
import { BATCH_COLUMNS, type BatchColumn, type ColumnMapping } from '@/lib/domain/batch/batch'
import type { UnnamedColumns } from '@/lib/domain/batch/batch-inputs'

interface Props {
  readonly fileName: string
  readonly columns: UnnamedColumns
  readonly isPending: boolean
  readonly onSubmit: (columns: ColumnMapping) => void
}

/** What each column of a file is, where its head does not say so. */
export function ColumnForm({ fileName, columns, isPending, onSubmit }: Props) {
  const t = useTranslations('batchNew.columns')
  const errorId = useId()
  const [mapping, setMapping] = useState<ColumnMapping>(columns.recognised)
  const [showErrors, setShowErrors] = useState(false)
  const isMissing = showErrors && mapping.order === undefined
  return (
    <Card id="columns" title={t('title')}>
      <form
        noValidate
        className="grid gap-4 px-5 pb-5 text-sm"
        onSubmit={(event) => {
          event.preventDefault()
          setShowErrors(true)
          if (mapping.order !== undefined) onSubmit(mapping)
        }}
      >
        <p className="text-ink-soft text-pretty">{t('meaning', { name: fileName })}</p>
        <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {columns.head.map((head, at) => (
            <li key={at} className="border-line rounded-control grid gap-2 border p-3">
              <SelectField
                label={t('column', { number: at + 1, head: head.trim() || t('unnamed') })}
                value={columnAt(mapping, at) ?? ''}
                onChange={({ target }) => {
                  const column = BATCH_COLUMNS.find((one) => one === target.value) ?? null
                  setMapping(withColumn(mapping, at, column))
                }}
              >
                <option value="">{t('ignored')}</option>
                {BATCH_COLUMNS.map((column) => (
                  <option key={column} value={column}>
                    {t(`names.${column}`)}
                  </option>
                ))}
              </SelectField>
              <ul className="text-ink-faint grid gap-0.5 text-xs">
                {columns.sample.map((line, row) => (
                  <li key={row} className="truncate">
                    <bdi>{line[at]}</bdi>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap items-center gap-3">
          <Button
            type="submit"
            tone="primary"
            busy={isPending}
            aria-describedby={isMissing ? errorId : undefined}
          >
            {t('submit')}
          </Button>
          <p id={errorId} role="alert" className="text-bad-ink font-medium empty:hidden">
            {isMissing && t('missing')}
          </p>
        </div>
      </form>
    </Card>
  )
}

function columnAt(mapping: ColumnMapping, at: number): BatchColumn | null {
  return BATCH_COLUMNS.find((column) => mapping[column] === at) ?? null
}

/** The mapping with a column at a position; what stood there, and where the column stood, is free. */
export function withColumn(
  mapping: ColumnMapping,
  at: number,
  column: BatchColumn | null,
): ColumnMapping {
  const next: Partial<Record<BatchColumn, number>> = {}
  for (const one of BATCH_COLUMNS) {
    const place = mapping[one]
    if (one === column) next[one] = at
    else if (place !== undefined && place !== at) next[one] = place
  }
  return next
}
