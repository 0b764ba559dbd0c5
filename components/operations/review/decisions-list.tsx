import { Icon } from '@/components/ui/icon'
import type { OperationDetail, ReviewDecisionView } from '@/lib/domain/view/operation-detail'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { useI18n } from '@/lib/i18n/use-i18n'
import { describeVerdict } from './describe-review'

interface Props {
  readonly decisions: readonly ReviewDecisionView[]
  readonly detail: Pick<OperationDetail, 'operation' | 'provider'>
  /** The reader. */
  readonly personId: string
}

/** The decisions so far, each with its author and reason. */
export function DecisionsList({ decisions, detail, personId }: Props) {
  const i18n = useI18n()
  const { t, formats } = i18n
  const providerName = PROVIDER_LABELS[detail.provider]
  return (
    <ul aria-label={t('review.decisions')} className="grid gap-2">
      {decisions.map(({ actorId, actorName, verdict, reason, decidedAt }) => (
        <li key={actorId} className="border-line bg-sunken/60 rounded-control border px-3 py-2.5">
          <p className="text-ink flex items-center gap-1.5 font-medium">
            <Icon name="check" className="text-ink-faint size-3.5" />
            {describeVerdict(verdict, detail.operation, providerName, i18n).title}
          </p>
          <p className="text-ink-soft mt-0.5 break-words whitespace-pre-line">{reason}</p>
          <p className="text-ink-faint mt-1 text-xs">
            {t(actorId === personId ? 'review.you' : 'review.other', {
              person: actorName,
              at: formats.dateTime(decidedAt),
            })}
          </p>
        </li>
      ))}
    </ul>
  )
}
