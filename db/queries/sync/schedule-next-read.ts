import { sql, type SQL } from 'drizzle-orm'
import { LIMITS } from '@/lib/config/limits'
import { remaining } from '@/lib/domain/payment/transaction'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'

/**
 * The part of a statement that sets when the payment of its `payment` part is read again: the longer
 * nothing has changed, the later, within `LIMITS.reread`; never when nothing can change any more,
 * or has for very long.
 */
export function scheduleNextRead({ phase, totals }: TransactionSnapshot): SQL {
  const left = remaining(phase, totals)
  if (left === 'over') {
    return sql`schedule as (
        delete from scheduled_reads using payment where transaction_id = payment.id
      )`
  }
  const { ageDivisor, shortestMs, heldLongestMs, capturedLongestMs, giveUpMs, jitterPercent } =
    LIMITS.reread
  const longestMs = left === 'held' ? heldLongestMs : capturedLongestMs
  const jitter = sql`(1 + ${jitterPercent / 100}::float8 * (2 * random() - 1))`
  return sql`schedule as (
        insert into scheduled_reads (transaction_id, due_at)
        select payment.id, case
          when provider_updated_at < now() - ${milliseconds(giveUpMs)} then 'infinity'
          else now() + ${jitter} * least(
            greatest(
              (now() - provider_updated_at) / ${ageDivisor}::float8, ${milliseconds(shortestMs)}
            ),
            ${milliseconds(longestMs)}
          )
        end
        from payment
        on conflict (transaction_id) do update set due_at = excluded.due_at, owed_since = null
      )`
}

function milliseconds(value: number): SQL {
  return sql`${value}::float8 * interval '1 millisecond'`
}
