import type { ProviderState } from '../ledger/ledger'
import type { ApiClient } from './accounts'
import type { DinteroChange, Subscription } from './changes'
import { newEntry, type Entry } from './entry'
import { OrderedList } from './ordered-list'
import { DEFAULT_SETTINGS, type Settings } from './settings'
import type { Transaction, TransactionEvent } from './transaction'

/** The state of Dintero's part of the sandbox, built up from its changes. */
export class DinteroState implements ProviderState<DinteroChange> {
  settings: Settings = DEFAULT_SETTINGS
  readonly clients = new Map<string, ApiClient>()
  readonly entries = new Map<string, Entry>()
  readonly signatureSecrets = new Map<string, string>()
  readonly subscriptions = new Map<string, Subscription>()
  private readonly byAccount = new Map<string, OrderedList<Entry>>()

  apply(change: DinteroChange): void {
    switch (change.kind) {
      case 'set-up':
        for (const client of change.clients) this.clients.set(client.id, client)
        this.open(change.transactions)
        return
      case 'client':
        this.clients.set(change.client.id, change.client)
        return
      case 'switches':
        this.settings = { ...this.settings, ...change.switches }
        return
      case 'open':
        this.open([change.transaction])
        return
      case 'open-many':
        this.open(
          change.stamps.map((stamp) => ({
            ...change.template,
            ...stamp,
            updated_at: stamp.created_at,
          })),
        )
        return
      case 'update':
        this.update(change)
        return
      case 'signature-secret':
        this.signatureSecrets.set(change.accountId, change.secret)
        return
      case 'subscription':
        this.subscriptions.set(change.subscription.id, change.subscription)
        return
      case 'unsubscription':
        this.subscriptions.delete(change.id)
        return
    }
  }

  clear(): void {
    this.settings = DEFAULT_SETTINGS
    this.clients.clear()
    this.entries.clear()
    this.signatureSecrets.clear()
    this.subscriptions.clear()
    this.byAccount.clear()
  }

  /** Transactions of an account in order of creation. */
  listOf(accountId: string): OrderedList<Entry> {
    let list = this.byAccount.get(accountId)
    if (!list) {
      list = new OrderedList()
      this.byAccount.set(accountId, list)
    }
    return list
  }

  /** A transaction of this account; undefined also when it belongs to another one. */
  find(accountId: string, id: string): Entry | undefined {
    const entry = this.entries.get(id)
    return entry?.transaction.account_id === accountId ? entry : undefined
  }

  private open(transactions: readonly Transaction[]): void {
    const perAccount = new Map<string, Entry[]>()
    for (const transaction of transactions) {
      const entry = newEntry(transaction)
      this.entries.set(entry.id, entry)
      const batch = perAccount.get(transaction.account_id)
      if (batch) batch.push(entry)
      else perAccount.set(transaction.account_id, [entry])
    }
    for (const [accountId, batch] of perAccount) this.listOf(accountId).add(batch)
  }

  private update(change: Extract<DinteroChange, { kind: 'update' }>): void {
    const entry = this.entries.get(change.id)
    if (!entry) throw new Error(`no transaction ${change.id}`)
    entry.transaction = {
      ...entry.transaction,
      ...change.set,
      version: entry.transaction.version + 1,
      events: [...amended(entry.transaction.events, change.amends), ...change.events],
    }
    entry.touched = true
    if ('merchant_reference_2' in change.set) entry.searchText = null
    if (change.opens) entry.pending.set(change.opens.requestId, change.opens)
    if (change.closes) entry.pending.delete(change.closes)
  }
}

function amended(
  events: readonly TransactionEvent[],
  amends: Extract<DinteroChange, { kind: 'update' }>['amends'],
): readonly TransactionEvent[] {
  if (amends === undefined) return events
  const { eventId, correction } = amends
  return events.map((event) => (event.id === eventId ? { ...event, correction } : event))
}
