import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { StatePill } from '@/components/operations/shared/state-pill'
import { Pill } from '@/components/ui/pill'
import type { BatchKind, BatchRowView } from '@/lib/domain/batch/batch'
import { outcomeOf } from '@/lib/domain/batch/row-outcome'
import { describeResult } from '@/lib/i18n/describe-batch'
import type { Texts } from '@/lib/i18n/i18n'
import { useI18n } from '@/lib/i18n/use-i18n'
import { OUTCOME_LOOKS, VERDICT_LOOKS } from './batch-looks'
import { FindingText } from './finding-text'

interface Props {
  readonly row: BatchRowView
  readonly kind: BatchKind
}

/** What the rehearsal found about a row, in words. */
export function RowVerdictCell({ row, kind }: Props) {
  const t = useTranslations('batchRehearsal')
  const { verdict, findings } = row
  return (
    <>
      <Pill {...VERDICT_LOOKS[verdict]}>{t(`verdicts.${verdict}`)}</Pill>
      {findings.length === 0 && verdict === 'not_found' && (
        <p className="text-ink-soft mt-1 text-xs text-pretty">{t('findings.not_found')}</p>
      )}
      {findings.map((found, index) => (
        <p key={index} className="text-ink-soft mt-1 text-xs text-pretty break-words">
          <FindingText found={found} kind={kind} />
        </p>
      ))}
    </>
  )
}

/** How a row of a started batch ended, or where it stands. */
export function RowOutcomeCell({ row, kind }: Props) {
  const i18n = useI18n()
  const { operation, verdict } = row
  const outcome = outcomeOf(row)
  const words = describeResult(row, kind, i18n)
  return (
    <>
      {outcome === 'open' && operation !== null ? (
        <StatePill state={operation.state} />
      ) : (
        <Pill {...OUTCOME_LOOKS[outcome]}>{resultText(row, kind, i18n.t)}</Pill>
      )}
      {outcome === 'excluded' && verdict !== 'will_do' && (
        <p className="text-ink-soft mt-1 text-xs">{i18n.t(`batchRehearsal.verdicts.${verdict}`)}</p>
      )}
      {words !== null && outcome !== 'done' && (
        <p className="text-ink-soft mt-1 text-xs text-pretty break-words">
          <bdi>{words}</bdi>
        </p>
      )}
      {operation !== null && outcome !== 'done' && (
        <Link
          href={`/operations/${operation.id}`}
          prefetch={false}
          className="text-accent-ink relative z-10 mt-1 inline-block text-xs hover:underline"
        >
          {i18n.t('batchRows.toOperation')}
        </Link>
      )}
    </>
  )
}

function resultText(row: BatchRowView, kind: BatchKind, t: Texts): string {
  const outcome = outcomeOf(row)
  if (outcome === 'done') return t(`batchRows.results.done.${kind}`)
  if (row.state === 'begun') return t('batchRows.results.begun')
  if (row.state === 'not_started') return t('batchRows.results.notStarted')
  return outcome === 'open' ? t('batchRows.outcomes.open') : t(`batchRows.results.${outcome}`)
}
