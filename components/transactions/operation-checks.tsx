import Link from 'next/link'
import { buttonStyle } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { OperationView } from '@/lib/domain/transaction-view'
import { formatAge, formatCountdown } from '@/lib/format/age'
import { formatTime } from '@/lib/format/dates'
import { CheckNow } from './check-now'
import type { CheckAction } from './use-check'

interface Props {
  readonly operation: OperationView
  readonly providerName: string
  readonly portalUrl: string | null
  readonly now: Date
  readonly checkAction: CheckAction
}

/** What has been done about an operation that is not settled, what comes next, and what one can do. */
export function OperationChecks(props: Props) {
  const { operation, providerName, checkAction } = props
  const { id, state } = operation
  if (state === 'intended' || state === 'sending') return null
  return (
    <>
      <CheckFacts {...props} />
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        {state === 'needs_review' ? (
          <Link href={`/operations/${id}`} className={buttonStyle({ size: 'small' })}>
            Decide what happened
          </Link>
        ) : (
          <CheckNow operation={operation} providerName={providerName} action={checkAction} />
        )}
      </div>
    </>
  )
}

function CheckFacts({ operation, providerName, portalUrl, now }: Props) {
  const { sentAt, lastCheckedAt, lastCheckFound, nextCheckAt, checks, state } = operation
  return (
    // The clock ticks every second: it must not be read out each time.
    <dl
      aria-live="off"
      className="[&_dd]:text-ink [&_dt]:text-ink-soft mt-2 flex flex-wrap gap-x-8 gap-y-2 [&_dd]:font-medium [&_dt]:text-xs"
    >
      <div>
        <dt>Asked by</dt>
        <dd>
          {operation.actorName}, {formatTime(operation.createdAt)}
        </dd>
      </div>
      {sentAt !== null && (
        <div>
          <dt>Sent to {providerName}</dt>
          <dd>{formatTime(sentAt)}</dd>
        </div>
      )}
      <div>
        <dt>Looked at {providerName}</dt>
        <dd>
          {checks === 0 && 'not yet'}
          {checks === 1 && 'once'}
          {checks > 1 && `${checks} times`}
          {lastCheckedAt !== null && `, ${formatAge(lastCheckedAt, now)}`}
        </dd>
      </div>
      {lastCheckFound !== null && (
        <div>
          <dt>Found</dt>
          <dd>{lastCheckFound}</dd>
        </div>
      )}
      {nextCheckAt !== null && state !== 'needs_review' && (
        <div>
          <dt>Next check</dt>
          <dd>{nextCheckAt > now ? `in ${formatCountdown(nextCheckAt, now)}` : 'now'}</dd>
        </div>
      )}
      {portalUrl !== null && (
        <div className="self-end">
          <dt className="sr-only">Elsewhere</dt>
          <dd>
            <a
              href={portalUrl}
              target="_blank"
              rel="noreferrer"
              className="inline-flex items-center gap-1 underline underline-offset-2"
            >
              Open in {providerName}
              <Icon name="external" className="size-3.5" />
              <span className="sr-only"> (new tab)</span>
            </a>
          </dd>
        </div>
      )}
    </dl>
  )
}
