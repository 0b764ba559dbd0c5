import type { z } from 'zod'
import type { LoggedCall } from '@/sandbox/calls/call-log'
import type { TransactionTotals } from '@/sandbox/dintero/control/list-totals'
import type { creationSchema } from '@/sandbox/dintero/control/create-transactions'
import type { portalSchema } from '@/sandbox/dintero/control/portal'
import type { webhookOptionsSchema } from '@/sandbox/dintero/control/webhook'
import type { Settings } from '@/sandbox/dintero/settings'
import type { Transaction } from '@/sandbox/dintero/transaction'
import type { QueuedPlan } from '@/sandbox/faults/fault-queue'
import type { faultPlanSchema } from '@/sandbox/faults/plan-schema'

const REQUEST_LIMIT_MS = 30_000

/**
 * The sandbox's control API for tests: faults, the log of calls and the content of the ledger. Each
 * call throws with the sandbox's message when it is refused.
 */
export class SandboxControl {
  constructor(private readonly sandboxUrl: string) {}

  /** Queues a fault; a call gets the first queued one that matches it. */
  addFault(plan: z.input<typeof faultPlanSchema>): Promise<QueuedPlan> {
    return this.call('POST', 'faults', plan)
  }

  /** Queued faults with their hits, including used up ones. */
  faults(): Promise<QueuedPlan[]> {
    return this.call('GET', 'faults')
  }

  /** Deletes all faults. */
  clearFaults(): Promise<void> {
    return this.call('DELETE', 'faults')
  }

  /** The calls that the sandbox received with a number above `since`, oldest first. */
  calls(since = 0): Promise<LoggedCall[]> {
    return this.call('GET', `calls?since=${since}`)
  }

  /** Deletes the logged calls; their numbers go on. */
  clearCalls(): Promise<void> {
    return this.call('DELETE', 'calls')
  }

  /** Sets the sandbox's clock ahead by so much more. */
  advanceClock(advanceMs: number): Promise<{ now: string }> {
    return this.call('POST', 'clock', { advanceMs })
  }

  /** Resets the ledger to its sample data and deletes faults and logged calls. */
  reset(now?: Date): Promise<void> {
    return this.call('POST', 'reset', now ? { now: now.toISOString() } : {})
  }

  /** Creates one Dintero transaction. */
  createTransaction(
    options: Omit<z.input<typeof creationSchema>, 'count'> = {},
  ): Promise<Transaction> {
    return this.call('POST', 'dintero/transactions', options)
  }

  /** Creates `count` equal Dintero transactions. */
  createTransactions(
    options: z.input<typeof creationSchema>,
  ): Promise<{ count: number; ids: string[] }> {
    return this.call('POST', 'dintero/transactions', options)
  }

  /** One Dintero transaction as the ledger holds it. */
  transaction(id: string): Promise<Transaction> {
    return this.call('GET', `dintero/transactions/${encodeURIComponent(id)}`)
  }

  /** Captures, refunds or voids in Dintero's own back office. */
  actInPortal(id: string, options: z.input<typeof portalSchema>): Promise<Transaction> {
    return this.call('POST', `dintero/transactions/${encodeURIComponent(id)}/portal`, options)
  }

  /** Sends webhooks about a transaction; returns the status of each response, null without one. */
  sendWebhooks(
    id: string,
    options: z.input<typeof webhookOptionsSchema>,
  ): Promise<{ statuses: (number | null)[] }> {
    return this.call('POST', `dintero/transactions/${encodeURIComponent(id)}/webhook`, options)
  }

  /** The totals in the Dintero ledger, of all transactions or only of changed ones. */
  totals(options: { touched?: boolean } = {}): Promise<TransactionTotals[]> {
    return this.call('GET', `dintero/totals?touched=${options.touched ?? false}`)
  }

  /** Changes some of Dintero's settings. */
  setSettings(settings: Partial<Settings>): Promise<Settings> {
    return this.call('PUT', 'dintero/settings', settings)
  }

  /** Any call of the control API, also of single providers. */
  call<T>(method: string, path: string, body?: unknown): Promise<T> {
    return callControl(this.sandboxUrl, method, path, body)
  }
}

/** One call of the control API; throws with the sandbox's message when it is refused. */
export async function callControl<T>(
  sandboxUrl: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const response = await fetch(`${sandboxUrl}/control/${path}`, {
    method,
    signal: AbortSignal.timeout(REQUEST_LIMIT_MS),
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
  return (text === '' ? undefined : JSON.parse(text)) as T
}
