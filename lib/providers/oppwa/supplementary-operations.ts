import type { Exchange } from '@/lib/domain/exchange'
import { isPermitted, type Role } from '@/lib/domain/permission'
import type { Said } from '@/lib/domain/saying'
import type { OppwaParts } from './parts'
import { judgeAnswer, type Judged } from './judge-answer'
import { operationFields } from './plan-operation'
import { postForm, unsentExchange } from './send-operation'

/** An operation that no payment method of ours knows yet; `reference` is saved before sending. */
export interface SupplementaryCommand {
  /** The DB of a rebill, the PA of a receipt, the stored card of a credit. */
  readonly targetId: string
  readonly orderReference: string | null
  readonly amountMinor: number
  readonly currency: string
  readonly reference: string
  /** By `performance.now()`: what has not begun to leave by then is never sent. */
  readonly sendBeforeMs: number
}

export interface SupplementarySent {
  /** A success brings the new operation along. */
  readonly result: Judged
  readonly exchange: Exchange
}

/** Rebill, receipt and stand-alone credit of one account (§4, §5.4, §5.5). */
export class SupplementaryOperations {
  constructor(
    private readonly parts: Pick<OppwaParts, 'session' | 'settings' | 'reports' | 'entityIds'>,
  ) {}

  /** Charges the customer behind a debit again: it takes money, as a capture does. */
  rebill(command: SupplementaryCommand, role: Role): Promise<SupplementarySent> {
    return isPermitted(role, 'charge_again')
      ? this.#send('RB', paymentPath(command), command, command.targetId)
      : refused(paymentPath(command))
  }

  /** Says that the money of a prepayment or invoice has arrived, which moves none by itself. */
  receipt(command: SupplementaryCommand, role: Role): Promise<SupplementarySent> {
    return isPermitted(role, 'confirm_receipt')
      ? this.#send('RC', paymentPath(command), command, command.targetId)
      : refused(paymentPath(command))
  }

  /** Pays to a stored card without an earlier payment. Card numbers never come near us. */
  credit(command: SupplementaryCommand, role: Role): Promise<SupplementarySent> {
    const path = `/v1/registrations/${encodeURIComponent(command.targetId)}/payments`
    return isPermitted(role, 'pay_out') ? this.#send('CD', path, command, null) : refused(path)
  }

  async #send(
    paymentType: 'RB' | 'RC' | 'CD',
    path: string,
    command: SupplementaryCommand,
    referencedId: string | null,
  ): Promise<SupplementarySent> {
    const { session, settings, reports, entityIds } = this.parts
    const { targetId, amountMinor, currency, reference, orderReference } = command
    if (targetId === '') return unsent(path, 'There is nothing that it could refer to.')
    const fields = operationFields(
      {
        ...{ paymentType, amountMinor, currency, reference, transaction: { orderReference } },
        entityId: reports.knownEntity(targetId) ?? entityIds[0],
      },
      settings,
    )
    if (fields === null) return unsent(path, { code: 'two_decimals_only' })
    const { answer, exchange } = await postForm(session, path, fields, command.sendBeforeMs)
    const asked = { paymentType, targetId: referencedId, amountMinor, currency, reference }
    return { result: judgeAnswer(asked, answer, settings), exchange }
  }
}

function paymentPath({ targetId }: SupplementaryCommand): string {
  return `/v1/payments/${encodeURIComponent(targetId)}`
}

function refused(path: string): Promise<SupplementarySent> {
  return Promise.resolve(unsent(path, 'This role may not do that.'))
}

function unsent(path: string, message: Said): SupplementarySent {
  return { result: { outcome: 'not_sent', message }, exchange: unsentExchange(path, message) }
}
