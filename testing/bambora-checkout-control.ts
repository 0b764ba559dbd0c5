import type { z } from 'zod'
import type { mintSchema } from '@/sandbox/bambora-checkout/control/mint'
import type { portalSchema } from '@/sandbox/bambora-checkout/control/portal'
import type { Payment } from '@/sandbox/bambora-checkout/payment'
import type { Switches } from '@/sandbox/bambora-checkout/switches'
import { callControl } from './sandbox-control'

/** Bambora Checkout's part of the sandbox's control API. */
export class BamboraCheckoutControl {
  constructor(private readonly sandboxUrl: string) {}

  mint(wish: Omit<z.input<typeof mintSchema>, 'count'> = {}): Promise<Payment> {
    return this.#send('POST', 'transactions', wish)
  }

  /** One payment as the ledger holds it. */
  payment(id: string): Promise<Payment> {
    return this.#send('GET', `transactions/${id}`)
  }

  /** Captures, refunds or voids as a person in Bambora's own back office. */
  actInPortal(id: string, wish: z.input<typeof portalSchema>): Promise<Payment> {
    return this.#send('POST', `transactions/${id}/portal`, wish)
  }

  setSwitches(switches: Partial<Switches>): Promise<Switches> {
    return this.#send('PUT', 'switches', switches)
  }

  #send<T>(method: string, path: string, body?: unknown): Promise<T> {
    return callControl(this.sandboxUrl, method, `bambora-checkout/${path}`, body)
  }
}
