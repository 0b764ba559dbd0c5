import { Icon } from '@/components/ui/icon'
import type { OperationStory, ReviewDecisionView } from '@/lib/domain/operation-story'
import { formatDateTime } from '@/lib/format/dates'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { verdictText } from './review-text'

interface Props {
  readonly decisions: readonly ReviewDecisionView[]
  readonly story: Pick<OperationStory, 'operation' | 'provider'>
  /** Who is looking. */
  readonly personId: string
}

/** What has been decided so far, by whom and why. */
export function DecisionsList({ decisions, story, personId }: Props) {
  const providerName = PROVIDER_LABELS[story.provider]
  return (
    <ul aria-label="Decisions so far" className="grid gap-2">
      {decisions.map(({ actorId, actorName, verdict, reason, decidedAt }) => (
        <li key={actorId} className="border-line bg-sunken/60 rounded-control border px-3 py-2.5">
          <p className="text-ink flex items-center gap-1.5 font-medium">
            <Icon name="check" className="text-ink-faint size-3.5" />
            {verdictText(verdict, story.operation, providerName).title}
          </p>
          <p className="text-ink-soft mt-0.5 break-words whitespace-pre-line">{reason}</p>
          <p className="text-ink-faint mt-1 text-xs">
            {actorId === personId ? `You (${actorName})` : actorName}, {formatDateTime(decidedAt)}
          </p>
        </li>
      ))}
    </ul>
  )
}
