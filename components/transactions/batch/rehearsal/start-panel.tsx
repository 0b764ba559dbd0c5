'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { usePersonAct } from '@/components/access/shared/use-person-act'
import { FailureAlert } from '@/components/act/failure-alert'
import { STRONG } from '@/components/transactions/operate/rich-text'
import { BATCH_NO_RESPONSE } from '@/components/transactions/select/use-rehearsal'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { SelectField } from '@/components/ui/select-field'
import type { BatchView } from '@/lib/domain/batch/batch'
import { describeStart, joinSums, sumsByCurrency } from '@/lib/i18n/describe-batch'
import { useI18n } from '@/lib/i18n/use-i18n'
import type { BatchActions } from '../batch-actions'
import { PlannedTable } from './planned-table'

const STOP_PERCENTS = [5, 10, 20, 50, 100] as const

interface Props {
  readonly batch: BatchView
  readonly actions: Pick<BatchActions, 'start' | 'discard'>
}

/** What would be started, and its start: only once the very sums that are shown are confirmed. */
export function StartPanel({ batch, actions }: Props) {
  const i18n = useI18n()
  const { t } = i18n
  const hintId = useId()
  const sums = sumsByCurrency(batch.planned)
  const sumsText = joinSums(sums, i18n.formats)
  const [confirmed, setConfirmed] = useState<string | null>(null)
  const [stopPercent, setStopPercent] = useState(batch.stopPercent)
  const start = usePersonAct(actions.start, BATCH_NO_RESPONSE)
  const discard = usePersonAct(actions.discard, BATCH_NO_RESPONSE)
  // What was confirmed for other sums counts no more.
  const isConfirmed = confirmed === sumsText
  const batchId = batch.id

  if (sums.length === 0) {
    return (
      <Card id="start" title={t('batchRehearsal.start.title')}>
        <div className="grid gap-4 px-5 pb-5 text-sm">
          <p className="text-ink-soft text-pretty">{t('batchRehearsal.start.nothing')}</p>
          <DiscardButton act={discard} batchId={batchId} />
        </div>
      </Card>
    )
  }
  return (
    <Card id="start" title={t('batchRehearsal.start.title')}>
      <div className="grid gap-4 px-5 pb-5 text-sm">
        <PlannedTable planned={batch.planned} />
        <label className="border-line bg-sunken/60 rounded-control flex cursor-pointer items-start gap-2.5 border px-3 py-2.5">
          <Checkbox
            checked={isConfirmed}
            onChange={({ target }) => setConfirmed(target.checked ? sumsText : null)}
            className="mt-0.5"
          />
          <span className="text-pretty tabular-nums">
            {t.rich('batchRehearsal.start.confirm', { ...STRONG, sums: sumsText })}
          </span>
        </label>
        <div className="max-w-xs">
          <StopField percent={stopPercent} onChange={setStopPercent} />
        </div>
        <FailureAlert failure={start.failure} />
        <div className="grid justify-items-start gap-2">
          <Button
            tone="primary"
            size="wrapped"
            busy={start.isPending}
            aria-disabled={!isConfirmed}
            aria-describedby={hintId}
            className="max-w-full tabular-nums"
            onClick={() => {
              if (isConfirmed) void start.act({ batchId, sums, stopPercent })
            }}
          >
            {describeStart(batch, i18n)}
          </Button>
          <p id={hintId} className="text-ink-soft text-xs text-pretty">
            {t(isConfirmed ? 'batchRehearsal.start.after' : 'batchRehearsal.start.confirmFirst')}
          </p>
        </div>
        <DiscardButton act={discard} batchId={batchId} />
      </div>
    </Card>
  )
}

interface DiscardProps {
  readonly act: ReturnType<typeof usePersonAct<{ readonly batchId: string }, BatchView>>
  readonly batchId: string
}

function DiscardButton({ act, batchId }: DiscardProps) {
  const t = useTranslations('batchRehearsal.start')
  return (
    <>
      <Button
        size="small"
        busy={act.isPending}
        className="justify-self-start"
        onClick={() => void act.act({ batchId })}
      >
        {t('discard')}
      </Button>
      <FailureAlert failure={act.failure} />
    </>
  )
}

interface StopProps {
  readonly percent: number
  readonly onChange: (percent: number) => void
}

function StopField({ percent, onChange }: StopProps) {
  const t = useTranslations('batchRehearsal.start')
  const percents = [...new Set([...STOP_PERCENTS, percent])].toSorted((a, b) => a - b)
  return (
    <SelectField
      label={t('stopAt')}
      value={percent}
      onChange={({ target }) => onChange(Number(target.value))}
    >
      {percents.map((one) => (
        <option key={one} value={one}>
          {one === 100 ? t('never') : t('stopPercent', { percent: one })}
        </option>
      ))}
    </SelectField>
  )
}
