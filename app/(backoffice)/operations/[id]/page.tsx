import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { LivePage } from '@/components/live/live-page'
import { OperationHeader } from '@/components/operations/detail/operation-header'
import { OutcomeCard } from '@/components/operations/detail/outcome-card'
import { ReferencesCard } from '@/components/operations/detail/references-card'
import { TimelineCard } from '@/components/operations/detail/timeline-card'
import { timelineSteps } from '@/components/operations/detail/timeline-steps'
import { TotalsCard } from '@/components/operations/detail/totals-card'
import { DecisionsList } from '@/components/operations/review/decisions-list'
import { ReviewCard } from '@/components/operations/review/review-card'
import { ReviewPanel } from '@/components/operations/review/review-panel'
import { HttpExchangeCard } from '@/components/operations/shared/http-exchange-card'
import { database } from '@/db/client'
import { findOperationDetail } from '@/db/queries/operations/find-operation-detail'
import { listAttempts } from '@/db/queries/operations/list-attempts'
import { listReviewDecisions } from '@/db/queries/operations/list-review-decisions'
import { requireActor } from '@/lib/access/read-session'
import { readBusiness } from '@/lib/business/read-business'
import type { Actor } from '@/lib/domain/access/actor'
import type { LimitsMinor } from '@/lib/domain/access/organization-settings'
import { isPermitted } from '@/lib/domain/access/permission'
import { isOpen } from '@/lib/domain/operation/outcome'
import type { OperationDetail, ReviewDecisionView } from '@/lib/domain/view/operation-detail'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { describeNotPermitted, rolesText } from '@/lib/i18n/describe-not-permitted'
import { getI18n } from '@/lib/i18n/get-i18n'
import { useI18n } from '@/lib/i18n/use-i18n'
import { decideOperation } from './actions'
import { reviewLimits } from './inputs'

interface Props {
  readonly params: Promise<{ readonly id: string }>
}

const readOperationDetail = cache(async (id: string): Promise<OperationDetail> => {
  const { scope } = await requireActor()
  return (await findOperationDetail(database(), scope, id)) ?? notFound()
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { kind, amountMinor, currency } = (await readOperationDetail((await params).id)).operation
  const { t, formats } = await getI18n()
  const title = t('operationDetail.title', {
    kind: t(`operationKinds.${kind}`),
    sum: formats.money(amountMinor, currency),
  })
  return { title: `${title} · Paydesk` }
}

export default async function OperationPage({ params }: Props) {
  const actor = await requireActor()
  const detail = await readOperationDetail((await params).id)
  const { id, state } = detail.operation
  const mayReadExchanges = isPermitted(actor.role, 'see_exchange')
  const [attempts, decisions] = await Promise.all([
    listAttempts(database(), actor.scope, id, { withHttpExchange: mayReadExchanges }),
    listReviewDecisions(database(), actor.scope, id),
  ])
  const isReviewed = state === 'needs_review' || decisions.length > 0
  return (
    <>
      <LivePage
        path={`/api/transactions/${detail.operation.transactionId}/version`}
        version={detail.version}
      />
      <OperationHeader detail={detail} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="grid min-w-0 gap-4">
          <TimelineCard steps={timelineSteps(detail, attempts, decisions, await getI18n())} />
          <TotalsCard detail={detail} />
          {mayReadExchanges && <HttpExchangeCard attempts={attempts} />}
        </div>
        <div className="grid min-w-0 gap-4">
          {isReviewed && (
            <Review
              detail={detail}
              actor={actor}
              decisions={decisions}
              limitsMinor={(await readBusiness()).review_limits}
            />
          )}
          {isOpen(state) && !isReviewed && (
            <OutcomeCard operation={detail.operation} now={new Date()} />
          )}
          <ReferencesCard detail={detail} />
        </div>
      </div>
    </>
  )
}

interface ReviewProps {
  readonly detail: OperationDetail
  readonly actor: Actor
  readonly decisions: readonly ReviewDecisionView[]
  readonly limitsMinor: LimitsMinor
}

function Review({ detail, actor, decisions, limitsMinor }: ReviewProps) {
  const { id, state, kind, amountMinor, currency } = detail.operation
  const limits = reviewLimits(currency, limitsMinor)
  const i18n = useI18n()
  const mayDecide = isPermitted(actor.role, 'decide_review')
  const roles = rolesText('decide_review', (name) => i18n.t(`roles.${name}`), i18n.formats)
  return (
    <ReviewCard
      detail={detail}
      onePersonMinor={limits.onePersonMinor}
      disagree={new Set(decisions.map(({ verdict }) => verdict)).size > 1}
      notPermitted={
        mayDecide || state !== 'needs_review'
          ? null
          : describeNotPermitted(actor.role, 'decide_review', i18n)
      }
      decisions={
        decisions.length > 0 && (
          <DecisionsList decisions={decisions} detail={detail} personId={actor.userId} />
        )
      }
    >
      {mayDecide && (
        <ReviewPanel
          operation={{ id, state, kind, amountMinor, currency }}
          decisions={decisions}
          personId={actor.userId}
          providerName={PROVIDER_LABELS[detail.provider]}
          roles={roles}
          limits={limits}
          action={decideOperation}
        />
      )}
    </ReviewCard>
  )
}
