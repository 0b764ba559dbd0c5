'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { DownloadButton } from '@/components/act/download-button'
import { FailureAlert } from '@/components/act/failure-alert'
import { useOneAtATime } from '@/components/act/use-one-at-a-time'
import { BATCH_NO_RESPONSE } from '@/components/transactions/select/use-rehearsal'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import type { BatchView } from '@/lib/domain/batch/batch'
import { countOutcomes } from '@/lib/domain/batch/row-outcome'
import { batchHref } from '../batch-address'
import type { BatchActions } from '../batch-actions'

interface Props {
  readonly batch: BatchView
  /** Null for a reader who may not. */
  readonly retry: BatchActions['retry'] | null
}

/** The report as a file, and a new rehearsal of what may be tried again. */
export function ReportButtons({ batch, retry }: Props) {
  const t = useTranslations('batchRows')
  const { refused, not_done: notDone, withdrawn } = countOutcomes(batch)
  const isOver = batch.state === 'ended' || batch.state === 'stopped'
  return (
    <div className="border-line flex flex-wrap items-start gap-2 border-t pt-4">
      <Disclosure label={t('download.title')} className="left-0">
        <div className="grid gap-2">
          {(['xlsx', 'csv_semicolon', 'csv'] as const).map((format) => (
            <DownloadButton key={format} path={`/api/batches/${batch.id}/report?format=${format}`}>
              {t(`download.${format}`)}
            </DownloadButton>
          ))}
        </div>
      </Disclosure>
      {retry !== null && isOver && refused + notDone + withdrawn > 0 && (
        <RetryButton batchId={batch.id} action={retry} />
      )}
    </div>
  )
}

interface RetryProps {
  readonly batchId: string
  readonly action: BatchActions['retry']
}

function RetryButton({ batchId, action }: RetryProps) {
  const t = useTranslations('batchRows')
  const router = useRouter()
  /** One and the same until it was answered. */
  const newBatchId = useRef<string | null>(null)
  const { isPending, failure, run } = useOneAtATime(send, BATCH_NO_RESPONSE)

  function send() {
    newBatchId.current ??= crypto.randomUUID()
    return action({ batchId, newBatchId: newBatchId.current })
  }
  async function rehearse() {
    const result = await run()
    if (result?.ok !== true) return
    newBatchId.current = null
    router.push(batchHref(result.value.batchId))
  }
  return (
    <div className="grid gap-1.5">
      <Button
        size="small"
        busy={isPending}
        title={t('retryMeaning')}
        onClick={() => void rehearse()}
      >
        {t('retry')}
      </Button>
      <FailureAlert failure={failure} />
    </div>
  )
}
