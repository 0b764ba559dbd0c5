import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { LivePage } from '@/components/live/live-page'
import { ReferencesCard } from '@/components/operations/detail/references-card'
import { StandingCard } from '@/components/operations/detail/standing-card'
import { StoryCard } from '@/components/operations/detail/story-card'
import { StoryHeader } from '@/components/operations/detail/story-header'
import { storySteps } from '@/components/operations/detail/story-steps'
import { TotalsCard } from '@/components/operations/detail/totals-card'
import { DecisionsList } from '@/components/operations/review/decisions-list'
import { ReviewCard } from '@/components/operations/review/review-card'
import { ReviewPanel } from '@/components/operations/review/review-panel'
import { ExchangeCard } from '@/components/operations/shared/exchange-card'
import { database } from '@/db/client'
import { findOperationStory } from '@/db/queries/operations/find-operation-story'
import { listAttempts } from '@/db/queries/operations/list-attempts'
import { listReviewDecisions } from '@/db/queries/operations/list-review-decisions'
import { requireActor } from '@/lib/access/session'
import type { Actor } from '@/lib/domain/access/actor'
import { isPermitted } from '@/lib/domain/access/permission'
import { isOpen } from '@/lib/domain/operation/outcome'
import type { OperationStory, ReviewDecisionView } from '@/lib/domain/view/operation-story'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { rolesText } from '@/lib/format/roles'
import { notPermittedText } from '@/lib/i18n/describe-not-permitted'
import { getWording } from '@/lib/i18n/get-i18n'
import { useWording } from '@/lib/i18n/use-i18n'
import { decideOperation } from './actions'
import { reviewLimits } from './inputs'

interface Props {
  readonly params: Promise<{ readonly id: string }>
}

const readStory = cache(async (id: string): Promise<OperationStory> => {
  return (await findOperationStory(database(), id)) ?? notFound()
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requireActor()
  const { kind, amountMinor, currency } = (await readStory((await params).id)).operation
  const { t, formats } = await getWording()
  const title = t('operationStory.title', {
    kind: t(`operationKinds.${kind}`),
    sum: formats.money(amountMinor, currency),
  })
  return { title: `${title} · Paydesk` }
}

export default async function OperationPage({ params }: Props) {
  const actor = await requireActor()
  const story = await readStory((await params).id)
  const { id, state } = story.operation
  const seesExchange = isPermitted(actor.role, 'see_exchange')
  const [attempts, decisions] = await Promise.all([
    listAttempts(database(), id, { withExchange: seesExchange }),
    listReviewDecisions(database(), id),
  ])
  const isReviewed = state === 'needs_review' || decisions.length > 0
  return (
    <>
      <LivePage
        path={`/api/transactions/${story.operation.transactionId}/version`}
        version={story.version}
      />
      <StoryHeader story={story} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="grid min-w-0 gap-4">
          <StoryCard steps={storySteps(story, attempts, decisions, await getWording())} />
          <TotalsCard story={story} />
          {seesExchange && <ExchangeCard attempts={attempts} />}
        </div>
        <div className="grid min-w-0 gap-4">
          {isReviewed && <Review story={story} actor={actor} decisions={decisions} />}
          {isOpen(state) && !isReviewed && (
            <StandingCard operation={story.operation} now={new Date()} />
          )}
          <ReferencesCard story={story} />
        </div>
      </div>
    </>
  )
}

interface ReviewProps {
  readonly story: OperationStory
  readonly actor: Actor
  readonly decisions: readonly ReviewDecisionView[]
}

function Review({ story, actor, decisions }: ReviewProps) {
  const { id, state, kind, amountMinor, currency } = story.operation
  const limits = reviewLimits(currency)
  const wording = useWording()
  const mayDecide = isPermitted(actor.role, 'decide_review')
  const roles = rolesText('decide_review', (name) => wording.t(`roles.${name}`), wording.formats)
  return (
    <ReviewCard
      story={story}
      onePersonMinor={limits.onePersonMinor}
      disagree={new Set(decisions.map(({ verdict }) => verdict)).size > 1}
      notPermitted={
        mayDecide || state !== 'needs_review'
          ? null
          : notPermittedText(actor.role, 'decide_review', wording)
      }
      decisions={
        decisions.length > 0 && (
          <DecisionsList decisions={decisions} story={story} personId={actor.userId} />
        )
      }
    >
      {mayDecide && (
        <ReviewPanel
          operation={{ id, state, kind, amountMinor, currency }}
          decisions={decisions}
          personId={actor.userId}
          providerName={PROVIDER_LABELS[story.provider]}
          roles={roles}
          limits={limits}
          action={decideOperation}
        />
      )}
    </ReviewCard>
  )
}
