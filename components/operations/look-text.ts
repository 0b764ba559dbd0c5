import type { OperationView } from '@/lib/domain/transaction-view'
import { formatAge, formatDeadline } from '@/lib/format/age'

export interface LookText {
  /** What the last look at the provider showed. */
  readonly found: string
  /** How often it was looked at, and when the next look is. */
  readonly looks: string
}

/** What repair has done about an open operation, and what it does next. */
export function lookText(operation: OperationView, now: Date): LookText {
  const { state, message, lastCheckFound } = operation
  switch (state) {
    case 'intended':
      return { found: 'About to be sent.', looks: '' }
    case 'sending':
      return { found: 'Waiting for the answer.', looks: '' }
    case 'needs_review':
      return {
        found: message ?? lastCheckFound ?? 'Reading could not prove what happened.',
        looks: sentence([looked(operation, now), 'a person must decide']),
      }
    default:
      return {
        found: lastCheckFound ?? message ?? 'No look at the provider yet.',
        looks: sentence([looked(operation, now), nextLook(operation.nextCheckAt, now)]),
      }
  }
}

function looked({ checks, lastCheckedAt }: OperationView, now: Date): string | null {
  if (checks === 0 || lastCheckedAt === null) return null
  return `looked ${checks === 1 ? 'once' : `${checks} times`}, ${formatAge(lastCheckedAt, now)}`
}

function nextLook(at: Date | null, now: Date): string | null {
  if (at === null) return null
  return at > now ? `next look ${formatDeadline(at, now).text}` : 'next look now'
}

function sentence(parts: readonly (string | null)[]): string {
  const text = parts.filter((part) => part !== null).join(' · ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
