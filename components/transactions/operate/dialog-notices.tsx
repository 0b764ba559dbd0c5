import type { ReactNode } from 'react'
import { useOnline } from '@/components/query/use-online'
import { Banner } from '@/components/ui/banner'
import { Spinner } from '@/components/ui/spinner'
import type { Failure } from '@/lib/domain/operation/result'
import { useI18n } from '@/lib/i18n/use-i18n'
import { describeDenial, type Availability } from './availabilities'
import { FailureNotice } from './failure-notice'
import type { OperationPhase } from './run/use-dialog-phase'

interface Props {
  readonly phase: OperationPhase
  readonly failure: Failure | null
  /** Paydesk could not be reached when the operation was asked for last. */
  readonly isUnreachable: boolean
  /** The changes since the person's last decision. */
  readonly changes: readonly string[]
  readonly availability: Availability
  readonly providerName: string
}

/**
 * Refusals because another change came first; they are shown as information, and new figures
 * follow.
 */
const OVERTAKEN: ReadonlySet<string> = new Set([
  'stale_page',
  'operation_open',
  'amount_exceeds_left',
  'quantity_exceeds_left',
  'line_amount_exceeds_left',
  'lines_differ_from_amount',
  'below_captured',
  'not_allowed',
])

/**
 * Notices of a dialog: the reason that nothing was started, changes, and waiting. The entry is
 * kept.
 */
export function DialogNotices(props: Props) {
  const { phase, failure, isUnreachable, changes, availability, providerName } = props
  const i18n = useI18n()
  const isCut = !useOnline() || isUnreachable
  const { t } = i18n
  const overtaken = failure !== null && OVERTAKEN.has(failure.code)
  const changed = changes.length > 0
  return (
    <>
      <div role="alert" className="grid gap-2 empty:hidden">
        {failure !== null && !(overtaken && changed) && (
          <FailureNotice failure={failure} overtaken={overtaken} />
        )}
        {changed && phase === 'ready' && (
          <Banner tone="info" icon="info">
            <p className="text-ink font-medium">
              {t(`dialogs.notices.${failure === null ? 'changedSince' : 'changedMeanwhile'}`)}
            </p>
            <p className="text-ink">
              {changes.join(' ')} {availability.allowed && t('dialogs.notices.confirm')}
            </p>
          </Banner>
        )}
        {!availability.allowed && phase === 'ready' && failure?.code !== 'operation_open' && (
          <Banner tone="neutral" icon="lock">
            {describeDenial(availability.denial, i18n)}
          </Banner>
        )}
      </div>
      <div role="status" className="empty:hidden">
        {phase === 'slow' && (
          <Waiting>{t('dialogs.notices.slow', { provider: providerName })}</Waiting>
        )}
        {phase === 'no_response' && (
          <Waiting>{t(`dialogs.notices.${isCut ? 'noConnection' : 'noResponse'}`)}</Waiting>
        )}
      </div>
    </>
  )
}

function Waiting({ children }: { readonly children: ReactNode }) {
  return (
    <p className="rounded-card border-info-line bg-info-soft text-ink flex gap-3 border px-4 py-3">
      <Spinner className="text-info-ink mt-0.5 shrink-0" />
      <span>{children}</span>
    </p>
  )
}
