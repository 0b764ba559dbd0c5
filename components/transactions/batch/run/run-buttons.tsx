'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { usePersonAct } from '@/components/access/shared/use-person-act'
import { FailureAlert } from '@/components/act/failure-alert'
import { BATCH_NO_RESPONSE } from '@/components/transactions/select/use-rehearsal'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { BatchView } from '@/lib/domain/batch/batch'
import type { BatchActions } from '../batch-actions'

interface Props {
  readonly batch: BatchView
  readonly actions: Pick<BatchActions, 'pause' | 'resume' | 'end'>
}

/** Pauses a batch, goes on with it, or ends it for good. */
export function RunButtons({ batch, actions }: Props) {
  const t = useTranslations('batchRows')
  const [isAsking, setAsking] = useState(false)
  const pause = usePersonAct(actions.pause, BATCH_NO_RESPONSE)
  const resume = usePersonAct(actions.resume, BATCH_NO_RESPONSE)
  const end = usePersonAct(actions.end, BATCH_NO_RESPONSE)
  const { id: batchId, state } = batch
  if (state !== 'running' && state !== 'paused' && state !== 'stopped') return null
  const isRunning = state === 'running'
  const main = isRunning ? pause : resume
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button
          tone={isRunning ? 'secondary' : 'primary'}
          busy={main.isPending}
          onClick={() => void main.act({ batchId })}
        >
          {t(isRunning ? 'pause' : 'resume')}
        </Button>
        <Button tone="quiet" onClick={() => setAsking(true)}>
          {t('end')}…
        </Button>
      </div>
      <FailureAlert failure={pause.failure ?? resume.failure} />
      <Dialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t('endSure.title')}
        description={t('endSure.meaning', { count: batch.states.waiting })}
      >
        <div className="grid gap-4 px-5 pt-4 pb-5 sm:px-6">
          <FailureAlert failure={end.failure} />
          <div className="flex flex-wrap justify-end gap-2">
            <Button data-first-focus onClick={() => setAsking(false)}>
              {t('endSure.cancel')}
            </Button>
            <Button
              tone="primary"
              busy={end.isPending}
              onClick={() => {
                void end.act({ batchId }).then((result) => {
                  if (result?.ok) setAsking(false)
                })
              }}
            >
              {t('endSure.submit', { count: batch.states.waiting })}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  )
}
