import Link from 'next/link'
import { buttonStyle } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { describeAge, countdownText } from '@/lib/i18n/describe-age'
import { describeStatusDetail } from '@/lib/i18n/describe-status-detail'
import { useI18n } from '@/lib/i18n/use-i18n'
import { CheckNow } from './check-now'
import type { CheckAction } from './use-check'

interface Props {
  readonly operation: OperationView
  readonly providerName: string
  readonly portalUrl: string | null
  readonly now: Date
  readonly checkAction: CheckAction
}

/** The checks of an operation that is not settled, the next check, and the reader's options. */
export function OperationChecks(props: Props) {
  const { operation, providerName, checkAction } = props
  const { id, state } = operation
  const { t } = useI18n()
  if (state === 'intended' || state === 'sending') return null
  return (
    <>
      <CheckFacts {...props} />
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        {state === 'needs_review' ? (
          <Link href={`/operations/${id}`} className={buttonStyle({ size: 'small' })}>
            {t('operationCard.checks.decide')}
          </Link>
        ) : (
          <CheckNow operation={operation} providerName={providerName} action={checkAction} />
        )}
      </div>
    </>
  )
}

function CheckFacts({ operation, providerName: provider, portalUrl, now }: Props) {
  const { sentAt, lastCheckedAt, lastCheckFound, nextCheckAt, checks, state } = operation
  const i18n = useI18n()
  const { t, formats } = i18n
  return (
    // The clock ticks every second: it must not be read out each time.
    <dl
      aria-live="off"
      className="[&_dd]:text-ink [&_dt]:text-ink-soft mt-2 flex flex-wrap gap-x-8 gap-y-2 [&_dd]:font-medium [&_dt]:text-xs"
    >
      <div>
        <dt>{t('operationCard.checks.requestedBy')}</dt>
        <dd>
          {t('operationCard.checks.requested', {
            actor: operation.actorName,
            at: formats.time(operation.createdAt),
          })}
        </dd>
      </div>
      {sentAt !== null && (
        <div>
          <dt>{t('operationCard.checks.sentTo', { provider })}</dt>
          <dd>{formats.time(sentAt)}</dd>
        </div>
      )}
      <div>
        <dt>{t('operationCard.checks.checkedWith', { provider })}</dt>
        <dd>
          {lastCheckedAt === null
            ? t('operationCard.checks.notChecked')
            : t('operationCard.checks.checked', {
                count: checks,
                age: describeAge(lastCheckedAt, now, i18n),
              })}
        </dd>
      </div>
      {lastCheckFound !== null && (
        <div>
          <dt>{t('operationCard.checks.found')}</dt>
          <dd>{describeStatusDetail(t, lastCheckFound)}</dd>
        </div>
      )}
      {nextCheckAt !== null && state !== 'needs_review' && (
        <div>
          <dt>{t('operationCard.checks.nextCheck')}</dt>
          <dd>
            {nextCheckAt > now
              ? t('operationCard.checks.nextIn', { countdown: countdownText(nextCheckAt, now) })
              : t('operationCard.checks.nextNow')}
          </dd>
        </div>
      )}
      {portalUrl !== null && (
        <div className="self-end">
          <dt className="sr-only">{t('operationCard.checks.elsewhere')}</dt>
          <dd>
            <a
              href={portalUrl}
              target="_blank"
              rel="noreferrer"
              className="inline-flex items-center gap-1 underline underline-offset-2"
            >
              {t('operationCard.checks.openIn', { provider })}
              <Icon name="external" className="size-3.5" />
              <span className="sr-only"> {t('operationCard.checks.newTab')}</span>
            </a>
          </dd>
        </div>
      )}
    </dl>
  )
}
