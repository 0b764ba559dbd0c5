import type { ProviderState } from '../ledger/ledger'
import type { Channel } from './channels'
import type { OppwaChange, Pending, Subscription } from './changes'
import type { Payment } from './payment'
import { DEFAULT_SETTINGS, type Settings } from './settings'

/** The state of the platform's part of the sandbox, built up from its changes. */
export class OppwaState implements ProviderState<OppwaChange> {
  settings: Settings = DEFAULT_SETTINGS
  readonly channels = new Map<string, Channel>()
  readonly payments = new Map<string, Payment>()
  /** Ids of a payment and of all its operations, oldest first, by the payment's id. */
  readonly trees = new Map<string, string[]>()
  readonly pending = new Map<string, Pending>()
  readonly subscriptions = new Map<string, Subscription>()
  /** Payments that have changed since their creation. */
  readonly touched = new Set<string>()

  apply(change: OppwaChange): void {
    switch (change.kind) {
      case 'set-up':
        for (const channel of change.channels) this.channels.set(channel.entityId, channel)
        for (const payment of change.payments) this.add(payment)
        return
      case 'channel':
        this.channels.set(change.channel.entityId, change.channel)
        return
      case 'switches':
        this.settings = { ...this.settings, ...change.switches }
        return
      case 'minted':
        for (const payment of change.payments) this.add(payment)
        return
      case 'payment':
        this.add(change.payment)
        this.touched.add(change.payment.rootId)
        if (change.pending) this.pending.set(change.pending.id, change.pending)
        return
      case 'closed':
        this.close(change.id, change.code)
        return
      case 'subscription':
        this.subscriptions.set(change.subscription.id, change.subscription)
        return
    }
  }

  clear(): void {
    this.settings = DEFAULT_SETTINGS
    for (const part of [this.channels, this.payments, this.trees]) part.clear()
    for (const part of [this.pending, this.subscriptions, this.touched]) part.clear()
  }

  /** The payment that stored a card. */
  ownerOf(registrationId: string): Payment | null {
    for (const payment of this.payments.values()) {
      if (payment.registrationId === registrationId) return payment
    }
    return null
  }

  /** A payment and everything below it, oldest first. */
  treeOf(rootId: string): Payment[] {
    return (this.trees.get(rootId) ?? []).flatMap((id) => this.payments.get(id) ?? [])
  }

  private add(payment: Payment): void {
    this.payments.set(payment.id, payment)
    const tree = this.trees.get(payment.rootId)
    if (tree) tree.push(payment.id)
    else this.trees.set(payment.rootId, [payment.id])
  }

  private close(id: string, code: string): void {
    const payment = this.payments.get(id)
    if (!payment) throw new Error(`no payment ${id}`)
    this.payments.set(id, { ...payment, code })
    this.pending.delete(id)
    this.touched.add(payment.rootId)
  }
}
