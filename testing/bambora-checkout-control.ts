import type { z } from 'zod'
import type { creationSchema } from '@/sandbox/bambora-checkout/control/create-payments'
import type { portalSchema } from '@/sandbox/bambora-checkout/control/portal'
import type { Payment } from '@/sandbox/bambora-checkout/payment'
import type { Settings } from '@/sandbox/bambora-checkout/settings'
import { callControl } from './sandbox-control'

/** Bambora Checkout's part of the sandbox's control API. */
export class BamboraCheckoutControl {
  constructor(private readonly sandboxUrl: string) {}

  createPayment(options: Omit<z.input<typeof creationSchema>, 'count'> = {}): Promise<Payment> {
    return this.#send('POST', 'transactions', options)
  }

  /** One payment as the ledger holds it. */
  payment(id: string): Promise<Payment> {
    return this.#send('GET', `transactions/${id}`)
  }

  /** Captures, refunds or voids in Bambora's own back office. */
  actInPortal(id: string, options: z.input<typeof portalSchema>): Promise<Payment> {
    return this.#send('POST', `transactions/${id}/portal`, options)
  }

  setSettings(settings: Partial<Settings>): Promise<Settings> {
    return this.#send('PUT', 'settings', settings)
  }

  #send<T>(method: string, path: string, body?: unknown): Promise<T> {
    return callControl(this.sandboxUrl, method, `bambora-checkout/${path}`, body)
  }
}
