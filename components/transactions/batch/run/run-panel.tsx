'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { QueryProvider } from '@/components/query/query-provider'
import { readJson } from '@/components/query/read-json'
import { refreshUnattended } from '@/components/query/unattended'
import { Card } from '@/components/ui/card'
import type { BatchView } from '@/lib/domain/batch/batch'
import { countOutcomes, isMoving } from '@/lib/domain/batch/row-outcome'
import type { Result } from '@/lib/domain/operation/result'
import { useI18n } from '@/lib/i18n/use-i18n'
import type { BatchActions } from '../batch-actions'
import { BatchProgress } from './batch-progress'
import { ReportButtons } from './report-buttons'
import { RunButtons } from './run-buttons'

const EVERY_MS = 1_500
/** The rows of the page are read again at most so often. */
const ROWS_EVERY_MS = 4_000

interface Props {
  readonly batch: BatchView
  /** Null for a reader whose role may not operate the kind. */
  readonly actions: Pick<BatchActions, 'pause' | 'resume' | 'end' | 'retry'> | null
  /** Why a reader may only look; null where they may more. */
  readonly notPermitted: string | null
}

/** How far a batch has come, live; what can be done with it; its report. */
export function RunPanel(props: Props) {
  return (
    <QueryProvider>
      <Panel {...props} />
    </QueryProvider>
  )
}

function Panel({ batch: rendered, actions, notPermitted }: Props) {
  const { t } = useI18n()
  const { batch, isUnreachable } = useLiveBatch(rendered)
  return (
    <Card id="progress" title={t('batchRows.progress.title')}>
      <div className="grid gap-4 px-5 pb-5 text-sm">
        <p role="status" className="text-ink font-medium text-pretty">
          {t(`batchRows.sentences.${sentenceOf(batch)}`, { percent: batch.stopPercent })}
        </p>
        <BatchProgress batch={batch} />
        {isUnreachable && <p className="text-ink-soft">{t('batchRows.progress.unreachable')}</p>}
        {actions !== null && <RunButtons batch={batch} actions={actions} />}
        {notPermitted !== null && <p className="text-ink-soft text-xs">{notPermitted}</p>}
        <ReportButtons batch={batch} retry={actions?.retry ?? null} />
      </div>
    </Card>
  )
}

function sentenceOf(
  batch: BatchView,
): 'running' | 'paused' | 'stopped' | 'ended' | 'settling' | 'discarded' {
  const { state } = batch
  if (state === 'rehearsed') return 'discarded'
  return state === 'ended' && countOutcomes(batch).open > 0 ? 'settling' : state
}

/** The batch as of a moment ago; the page is read again as its rows come to an end. */
function useLiveBatch(rendered: BatchView) {
  const router = useRouter()
  const readAt = useRef(0)
  const { data, isError } = useQuery({
    // What the server has just rendered is newer than what was polled last.
    queryKey: ['batch', rendered],
    queryFn: ({ signal }) => readBatch(rendered.id, signal),
    initialData: rendered,
    enabled: isMoving(rendered),
    staleTime: EVERY_MS,
    refetchInterval: ({ state }) => (isMoving(state.data ?? rendered) ? EVERY_MS : false),
    retry: false,
  })
  useEffect(() => {
    if (data === rendered || JSON.stringify(data) === JSON.stringify(rendered)) return
    const isSettled = data.state !== rendered.state || !isMoving(data)
    if (!isSettled && Date.now() - readAt.current < ROWS_EVERY_MS) return
    readAt.current = Date.now()
    refreshUnattended(router)
  }, [data, rendered, router])
  return { batch: data, isUnreachable: isError && isMoving(data) }
}

async function readBatch(id: string, signal: AbortSignal): Promise<BatchView> {
  const { body } = await readJson(`/api/batches/${id}`, signal)
  const result = body as Result<BatchView>
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
