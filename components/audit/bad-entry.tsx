import Link from 'next/link'
import type { AuditReport } from '@/lib/domain/audit-report'

interface Props {
  readonly entry: NonNullable<AuditReport['firstBad']>
}

/** The first entry that does not fit, so that somebody can look at it. */
export function BadEntry({ entry: { chainId, sequence, problem, payment } }: Props) {
  return (
    <div className="text-ink mt-1 grid gap-1">
      <p>
        First at <strong className="font-semibold">entry {sequence}</strong> of{' '}
        {payment === null ? (
          <>the chain {chainId}</>
        ) : (
          <>
            the chain of{' '}
            <Link href={`/transactions/${payment.id}`} className="underline underline-offset-2">
              {payment.orderReference === null ? 'a payment' : `order ${payment.orderReference}`}
            </Link>
          </>
        )}
        : {problem}.
      </p>
      {payment !== null && <p className="text-ink-soft text-xs break-all">Chain {chainId}</p>}
      <p className="text-ink-soft text-pretty">
        Only somebody with rights in the database itself can do that. Keep a copy of the database as
        it is, and find out who did before anything else is done.
      </p>
    </div>
  )
}
