import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { OperationKind } from '@/lib/domain/operation/operation'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import type { OperationCommand, ProviderClient, SendResult } from '@/lib/providers/port'
import { createProviderClient } from '@/lib/providers/registry'
import { SandboxControl } from '@/testing/sandbox-control'
import { faultOf, type FaultName, type Participant } from './participant'

export const AMOUNT_MINOR = 100_000
export const PART_MINOR = 39_901
const SEND_LIMIT_MS = 30_000

/** The fields that the totals of all providers' sandboxes share. */
interface LedgerTotals {
  readonly id: string
  readonly captured: number
  readonly refunded: number
  readonly released: boolean
  readonly captures: number
  readonly refunds: number
  readonly voids: number
}

type Kind = Extract<OperationKind, 'capture' | 'refund' | 'void'>

/** A client of the participant's account, without a token. */
export function clientAt({ provider, account }: Participant, baseUrl: string): ProviderClient {
  const { accountId, secret } = account
  return createProviderClient(provider, { connectionId: randomUUID(), accountId, baseUrl, secret })
}

/** One payment at one provider's sandbox, with a client of its own. */
export class ContractPayment {
  private constructor(
    readonly participant: Participant,
    private readonly control: SandboxControl,
    readonly client: ProviderClient,
    readonly paymentId: string,
  ) {}

  /** Creates a payment, and a client without a token. */
  static async start(
    participant: Participant,
    sandboxUrl: string,
    isCaptured = false,
  ): Promise<ContractPayment> {
    const { provider } = participant
    const control = new SandboxControl(sandboxUrl)
    await control.clearFaults()
    await control.clearCalls()
    if (participant.settings) {
      await control.call('PUT', `${provider}/settings`, participant.settings)
    }
    const { id } = await control.call<{ id: string }>(
      'POST',
      `${provider}/transactions`,
      participant.creationOptions(AMOUNT_MINOR, isCaptured),
    )
    const client = clientAt(participant, sandboxUrl + participant.account.path)
    return new ContractPayment(participant, control, client, id)
  }

  /** Gives the next capture this fault. */
  async fault(name: FaultName): Promise<void> {
    const fault = faultOf(this.participant, name)
    if ('never' in fault) throw new Error(`${this.participant.provider} never has ${name}`)
    const { on, action } =
      'on' in fault ? fault : { on: this.participant.callNames.capture, action: fault }
    await this.control.addFault({ match: { operation: on }, action })
  }

  /** Puts false values into the payments of all reads and lists until the faults are cleared. */
  alterAllReads = async (set: { readonly currency: string }): Promise<void> => {
    const { provider } = this.participant
    const match = { provider, method: 'GET' }
    await this.control.addFault({ match, times: null, action: { type: 'alter', set } })
  }

  /** Gives the next read an undocumented status; returns the status as we show it. */
  async alterStatus(): Promise<string> {
    const { callNames, unknownStatus } = this.participant
    const { wire, shown } = unknownStatus ?? { wire: 'BRAND_NEW', shown: 'BRAND_NEW' }
    await this.control.addFault({
      match: { operation: callNames.read },
      action: { type: 'alter', set: { status: wire } },
    })
    return shown
  }

  command(kind: Kind, amountMinor: number, paymentId = this.paymentId): OperationCommand {
    const operationId = randomUUID()
    const latestMs = performance.now() + SEND_LIMIT_MS
    const { method, currency } = this.participant
    return {
      kind,
      amountMinor,
      method,
      currency,
      operationId,
      transaction: { providerTransactionId: paymentId, orderReference: paymentId },
      lines: [],
      newItems: null,
      reason: null,
      reference: `pd-${operationId.replaceAll('-', '')}`,
      sendBeforeMs: () => latestMs,
    }
  }

  async send(kind: Kind, amountMinor: number): Promise<SendResult> {
    return (await this.client.send(this.command(kind, amountMinor))).result
  }

  /** The payment as the client reads it; throws when it cannot. */
  async read(): Promise<TransactionSnapshot> {
    const { transaction } = this.command('capture', AMOUNT_MINOR)
    const read = await this.client.readTransaction(transaction)
    if (!read.ok) throw new Error(read.message)
    return read.snapshot
  }

  /** The payment's totals in the provider's ledger. */
  async ledger(): Promise<LedgerTotals> {
    const path = `${this.participant.provider}/totals`
    const all = await this.control.call<LedgerTotals[]>('GET', path)
    const found = all.find(({ id }) => id === this.paymentId)
    if (found === undefined) throw new Error(`the ledger has no ${this.paymentId}`)
    return found
  }

  /** Number of calls of this kind that the provider received. */
  async calls(word: keyof Participant['callNames']): Promise<number> {
    const calls = await this.control.calls()
    return calls.filter(({ operation }) => operation === this.participant.callNames[word]).length
  }

  /** Expects exactly one effect and one send. */
  async expectOneCapture(amountMinor = AMOUNT_MINOR): Promise<void> {
    expect(await this.ledger()).toMatchObject({ captured: amountMinor, captures: 1 })
    expect(await this.calls('capture')).toBe(1)
  }

  /** Expects no effect, and exactly one send. */
  async expectNoEffect(): Promise<void> {
    expect(await this.ledger()).toMatchObject({ captured: 0, captures: 0, released: false })
    expect(await this.calls('capture')).toBe(1)
  }
}
