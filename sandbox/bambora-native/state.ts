import type { ProviderState } from '../ledger/ledger'
import type { ApiClient } from './accounts'
import type { Payment } from './payment'
import { DEFAULT_SETTINGS, type Settings } from './settings'

/** The changes of this state; one journal line each. */
export type NativeChange =
  | {
      readonly kind: 'set-up'
      readonly clients: readonly ApiClient[]
      readonly payments: readonly Payment[]
    }
  | { readonly kind: 'client'; readonly client: ApiClient }
  /** New settings. The names `switches` are those of stored ledger files. */
  | { readonly kind: 'switches'; readonly switches: Partial<Settings> }
  | { readonly kind: 'open'; readonly payments: readonly Payment[] }
  /** The payment as it is from now on. */
  | { readonly kind: 'update'; readonly payment: Payment }

/** A payment with the ledger's own data about it. */
export interface Entry {
  payment: Payment
  /** The payment that reads show until that time, during a lag fault. */
  lag: { readonly untilMs: number; readonly payment: Payment } | null
  /** True after a change since its creation. */
  touched: boolean
}

/** The state of Bambora Native's part of the sandbox, built up from its changes. */
export class NativeState implements ProviderState<NativeChange> {
  settings: Settings = DEFAULT_SETTINGS
  readonly clients = new Map<string, ApiClient>()
  readonly entries: Entry[] = []
  private readonly byName = new Map<string, Entry>()

  apply(change: NativeChange): void {
    switch (change.kind) {
      case 'set-up':
        for (const client of change.clients) this.clients.set(client.id, client)
        this.open(change.payments)
        return
      case 'client':
        this.clients.set(change.client.id, change.client)
        return
      case 'switches':
        this.settings = { ...this.settings, ...change.switches }
        return
      case 'open':
        this.open(change.payments)
        return
      case 'update': {
        const entry = this.find(change.payment.merchantId, change.payment.reference)
        if (!entry) throw new Error(`no payment ${change.payment.reference}`)
        entry.payment = change.payment
        entry.touched = true
        return
      }
    }
  }

  clear(): void {
    this.settings = DEFAULT_SETTINGS
    this.clients.clear()
    this.entries.length = 0
    this.byName.clear()
  }

  /** A payment of this merchant; undefined also when it belongs to another one. */
  find(merchantId: string, reference: string): Entry | undefined {
    return this.byName.get(nameOf(merchantId, reference))
  }

  /** A payment by its reference alone, for the control API. */
  findAny(reference: string): Entry | undefined {
    return this.entries.find(({ payment }) => payment.reference === reference)
  }

  private open(payments: readonly Payment[]): void {
    for (const payment of payments) {
      const entry: Entry = { payment, lag: null, touched: false }
      this.entries.push(entry)
      this.byName.set(nameOf(payment.merchantId, payment.reference), entry)
    }
  }
}

function nameOf(merchantId: string, reference: string): string {
  return JSON.stringify([merchantId, reference])
}
