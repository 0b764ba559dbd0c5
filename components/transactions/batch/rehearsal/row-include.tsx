'use client'

import { useTranslations } from 'next-intl'
import { usePersonAct } from '@/components/access/shared/use-person-act'
import { BATCH_NO_RESPONSE } from '@/components/transactions/select/use-rehearsal'
import { Checkbox } from '@/components/ui/checkbox'
import type { BatchRowView } from '@/lib/domain/batch/batch'
import { useDescribeFailure } from '@/lib/i18n/describe-failure'
import type { BatchActions } from '../batch-actions'

interface Props {
  readonly batchId: string
  readonly row: Pick<BatchRowView, 'number' | 'order' | 'isIncluded'>
  readonly action: BatchActions['changeRow']
}

/** Includes a row of a rehearsal, or leaves it out. */
export function RowInclude({ batchId, row, action }: Props) {
  const t = useTranslations('batchRehearsal.row')
  const describeFailure = useDescribeFailure()
  const { isPending, failure, act } = usePersonAct(action, BATCH_NO_RESPONSE)
  const { number, order, isIncluded } = row
  // While it is sent the tick shows what was asked for.
  const isTicked = isPending ? !isIncluded : isIncluded
  return (
    <>
      <label className="relative z-10 grid size-9 cursor-pointer place-items-center">
        <Checkbox
          checked={isTicked}
          aria-busy={isPending || undefined}
          aria-label={t('include', { order: order === '' ? String(number) : order })}
          onChange={() => {
            const change = { act: isIncluded ? 'exclude' : 'include' } as const
            void act({ batchId, number, change })
          }}
        />
      </label>
      <p role="alert" className="text-bad-ink w-24 text-xs font-medium text-pretty empty:hidden">
        {failure !== null && describeFailure(failure)}
      </p>
    </>
  )
}
