import { useTranslations } from 'next-intl'
import type { OperationKind } from '@/lib/domain/operation/operation'
import type { EventKind } from '@/lib/domain/payment/transaction-snapshot'
import type { Provider } from '@/lib/domain/provider/provider'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { eventWord, providerWord } from '@/lib/format/provider-words'
import type { Activity } from './history-entry'

/** Events whose own word in a report says more than ours. */
const NAMED: ReadonlySet<EventKind | 'order_change'> = new Set([
  'capture',
  'refund',
  'void',
  'chargeback',
  'chargeback_reversal',
  'other',
  'order_change',
])

/** The provider's name of an activity, requested here or reported by the provider. */
export function ActivityName({
  activity,
  provider,
}: {
  readonly activity: Activity
  readonly provider: Provider
}) {
  const t = useTranslations('events.kinds')
  if (activity.of === 'note') return null
  if (activity.of === 'operation') return <OperationWord provider={provider} kind={activity.kind} />
  const { kind, providerKind } = activity
  if (!NAMED.has(kind)) return null
  const reported = kind === 'order_change' ? 'other' : kind
  const word = eventWord(provider, { kind: reported, providerKind })
  return <ProviderWord provider={provider} word={word} ours={t(kind)} />
}

interface OperationWordProps {
  readonly provider: Provider
  readonly kind: OperationKind
}

/** The provider's name of an operation. */
export function OperationWord({ provider, kind }: OperationWordProps) {
  const t = useTranslations('operationKinds')
  return <ProviderWord provider={provider} word={providerWord(provider, kind)} ours={t(kind)} />
}

interface Props {
  readonly provider: Provider
  readonly word: string | null
  readonly ours: string
}

/** Small type, and only where the provider's word is not ours too. */
function ProviderWord({ provider, word, ours }: Props) {
  const t = useTranslations('payment')
  if (word === null || word.toLowerCase() === ours.toLowerCase()) return null
  return (
    <span className="text-ink-faint block text-xs">
      {t.rich('providerWord', {
        provider: PROVIDER_LABELS[provider],
        word: () => <span lang="en">{word}</span>,
      })}
    </span>
  )
}
