import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { StepUpProvider } from '@/components/access/shared/step-up/step-up-provider'
import {
  filterOf,
  isRehearsal,
  readBatchAddress,
} from '@/components/transactions/batch/batch-address'
import type { BatchActions } from '@/components/transactions/batch/batch-actions'
import { BatchHeader } from '@/components/transactions/batch/batch-header'
import { StartPanel } from '@/components/transactions/batch/rehearsal/start-panel'
import { RowsCard } from '@/components/transactions/batch/rows-card'
import { RunPanel } from '@/components/transactions/batch/run/run-panel'
import { Banner } from '@/components/ui/banner'
import { database } from '@/db/client'
import { findBatch } from '@/db/queries/batch/batch-views'
import { listBatchRows } from '@/db/queries/batch/list-batch-rows'
import { requireActor } from '@/lib/access/read-session'
import type { Actor } from '@/lib/domain/access/actor'
import { isPermitted } from '@/lib/domain/access/permission'
import type { BatchView } from '@/lib/domain/batch/batch'
import { describeBatch } from '@/lib/i18n/describe-batch'
import { describeNotPermitted } from '@/lib/i18n/describe-not-permitted'
import { getI18n } from '@/lib/i18n/get-i18n'
import { useI18n } from '@/lib/i18n/use-i18n'
import { STEP_UP_ACTIONS } from '../../../step-up/step-up-props'
import {
  changeBatchRow,
  discardBatch,
  endBatch,
  pauseBatch,
  resumeBatch,
  retryBatch,
  startBatch,
} from '../actions'

const ACTIONS: BatchActions = {
  changeRow: changeBatchRow,
  start: startBatch,
  pause: pauseBatch,
  resume: resumeBatch,
  end: endBatch,
  discard: discardBatch,
  retry: retryBatch,
}

interface Props {
  readonly params: Promise<{ readonly id: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

const readBatch = cache(async (id: string): Promise<BatchView> => {
  const actor = await requireActor()
  return (await findBatch(database(), actor, id)) ?? notFound()
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const batch = await readBatch((await params).id)
  return { title: `${describeBatch(batch, await getI18n())} · Paydesk` }
}

export default async function BatchPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const batch = await readBatch((await params).id)
  const address = readBatchAddress(await searchParams, batch.state)
  const filter = Object.assign({ after: address.after }, filterOf(address))
  const { rows, next } = await listBatchRows(database(), actor, batch.id, filter)
  const mayChange = batch.state === 'rehearsed' && batch.isOwn && mayOperate(actor, batch)
  const now = new Date()
  return (
    <>
      <BatchHeader batch={batch} now={now} />
      <StepUpProvider actions={STEP_UP_ACTIONS}>
        <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_26rem]">
          <div className="grid min-w-0 gap-4 xl:sticky xl:top-20 xl:order-last">
            <SidePanel batch={batch} actor={actor} />
          </div>
          <RowsCard
            batch={batch}
            address={address}
            rows={rows}
            next={next}
            changeRow={mayChange ? ACTIONS.changeRow : null}
            now={now}
          />
        </div>
      </StepUpProvider>
    </>
  )
}

function mayOperate({ role }: Actor, { kind }: BatchView): boolean {
  return isPermitted(role, `operate:${kind}`)
}

interface SideProps {
  readonly batch: BatchView
  readonly actor: Actor
}

/** The start of a rehearsal, or how far a started batch has come; or why a reader may only look. */
function SidePanel({ batch, actor }: SideProps) {
  const i18n = useI18n()
  const isMayOperate = mayOperate(actor, batch)
  const notPermitted = isMayOperate
    ? null
    : describeNotPermitted(actor.role, `operate:${batch.kind}`, i18n)
  if (!isRehearsal(batch.state)) {
    return (
      <RunPanel batch={batch} actions={isMayOperate ? ACTIONS : null} notPermitted={notPermitted} />
    )
  }
  if (batch.state === 'rehearsed' && batch.isOwn && isMayOperate) {
    return <StartPanel batch={batch} actions={ACTIONS} />
  }
  return (
    <Banner tone="neutral" icon="info">
      {batch.state === 'discarded'
        ? i18n.t('batchRows.sentences.discarded')
        : (notPermitted ?? i18n.t('batchRehearsal.start.ownOnly', { person: batch.actorName }))}
    </Banner>
  )
}
