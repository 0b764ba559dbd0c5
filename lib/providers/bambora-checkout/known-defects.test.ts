import { describe, expect, it } from 'vitest'
import { isPermitted } from '@/lib/domain/access/permission'
import { parseAmount } from '@/lib/domain/money/money'
import { capability } from '@/lib/domain/rules/capability'
import type { CommandLine, OperationCommand } from '../port'
import { capture, command, OK_META, operation, PAYMENT_ID, transaction } from './fixtures'
import { interpretResponse } from './interpret-response'
import { mapPayment } from './mapper'
import { readOperations } from './parts/operations'
import { operationBody, operationPath } from './request-body'
import { transactionSchema } from './schema'
import { readBamboraCheckoutWebhook } from './webhook'

const SITUATION = {
  provider: 'bambora-checkout',
  method: 'bambora.visa',
  amountMinor: 12550,
  flags: [],
  events: [],
  operations: [],
} as const

/** Faults of other clients of this provider (fact sheet §13), each by its number there. */

function bodyOf(change: Partial<OperationCommand>): Record<string, unknown> {
  return JSON.parse(operationBody({ ...command, ...change })) as Record<string, unknown>
}

function line(change: Partial<CommandLine> = {}): CommandLine {
  return {
    lineId: '1',
    quantityMicros: 2_000_000,
    amountMinor: 10_000,
    vatAmountMinor: 2000,
    item: {
      lineId: '1',
      sku: 'SKU-1',
      description: 'Mug',
      kind: 'physical',
      quantityMicros: 2_000_000,
      amountMinor: 10_000,
      vatAmountMinor: 2000,
      vatBasisPoints: 2500,
      grossAmountMinor: null,
    },
    ...change,
  }
}

function map(changes: object, tree: object = { transactionoperations: [operation()] }) {
  const history = readOperations(tree)
  if (!history.ok) throw new Error(history.problem)
  const parsed = transactionSchema.parse({ ...transaction, ...changes })
  const parts = { transaction: parsed, operations: history.operations, invoices: [] }
  const mapped = mapPayment(parts, 'T123456789')
  if (!mapped.ok) throw new Error(mapped.problem)
  return mapped.snapshot
}

function refusal(merchant: string, source = 'ePayEngine', code = '113') {
  const action = { source, code, type: 'generalerror' }
  const meta = { ...OK_META, result: false, message: { enduser: 'Sorry.', merchant }, action }
  const body = JSON.stringify({ message: 'not this one', meta })
  const interpreted = interpretResponse(command, {
    kind: 'answer',
    status: 200,
    headers: {},
    body,
  })
  if (interpreted.kind !== 'over' || interpreted.result.outcome !== 'refused')
    throw new Error('no refusal')
  return interpreted.result.refusal
}

describe('Bambora Checkout, known defects of ids', () => {
  it('1: a transaction id beyond 2^53 is not rounded', () => {
    expect(map({}).providerTransactionId).toBe(PAYMENT_ID)
    expect(operationPath(command)).toBe(`/transactions/${PAYMENT_ID}/capture`)
  })
})

describe('Bambora Checkout, known defects of amounts', () => {
  it('2: ISK has no decimals, so 1500 krónur are sent as 1500', () => {
    const currency = { code: 'ISK', minorunits: 0 }
    const tree = { transactionoperations: [operation({ currency, amount: 1500 })] }
    const total = { authorized: 1500, captured: 0, credited: 0 }
    const available = { capture: 1500, credit: 0 }
    expect(map({ currency, total, available }, tree).totals.authorizedMinor).toBe(1500)
    const typed = parseAmount('1500', 'ISK', ',')
    expect(typed).toEqual({ ok: true, amountMinor: 1500 })
    expect(bodyOf({ currency: 'ISK', amountMinor: 1500 })).toMatchObject({ amount: 1500 })
  })

  it.each(['12,50', '12.50'])('3: %s goes out as the integer 1250', (text) => {
    const typed = parseAmount(text, 'DKK', ',')
    if (!typed.ok) throw new Error(typed.problem)
    expect(operationBody({ ...command, amountMinor: typed.amountMinor })).toContain(
      '"amount":1250,',
    )
  })

  it('4: a refund of a single øre is sent', () => {
    expect(bodyOf({ kind: 'refund', amountMinor: 1 })).toMatchObject({ amount: 1 })
  })

  it('12: the default refund is what was captured and not yet credited', () => {
    const total = { authorized: 12550, captured: 5000, credited: 2000 }
    const { totals } = map({ total, available: { capture: 7550, credit: 3000 } })
    const payment = {
      ...SITUATION,
      status: 'partially_captured',
      totals,
      openOperation: null,
    } as const
    expect(capability('refund', payment)).toMatchObject({ allowed: true, maxMinor: 3000 })
  })

  it('13: after an instant capture nothing is offered for capture', () => {
    const instant = { ...capture, amount: 12550, subaction: 'fullinstant' }
    const tree = { transactionoperations: [operation({ transactionoperations: [instant] })] }
    const total = { authorized: 12550, captured: 12550, credited: 0 }
    const { totals } = map({ total, available: { capture: 0, credit: 12550 } }, tree)
    const payment = { ...SITUATION, status: 'captured', totals, openOperation: null } as const
    expect(capability('capture', payment)).toMatchObject({ allowed: false })
  })
})

describe('Bambora Checkout, known defects of lines', () => {
  it('5: a line of quantity 0 is dropped instead of dividing by it', () => {
    const lines = [line(), line({ lineId: '2', quantityMicros: 0, amountMinor: 0 })]
    expect(bodyOf({ kind: 'refund', amountMinor: 10_000, lines })['invoicelines']).toHaveLength(1)
  })

  it('6: lines that miss the amount by one get a rounding line', () => {
    const { invoicelines } = bodyOf({ kind: 'refund', amountMinor: 10_001, lines: [line()] })
    const sum = (invoicelines as { totalpriceinclvat: number }[]).reduce(
      (total, { totalpriceinclvat }) => total + totalpriceinclvat,
      0,
    )
    expect(sum).toBe(10_001)
  })
})

describe('Bambora Checkout, known defects of refusals', () => {
  it('7: the merchant message and the code reach the operator', () => {
    expect(refusal('The acquirer refused.', 'Nets', '100')).toMatchObject({
      message: 'The acquirer refused.',
      code: 'Nets:100',
    })
  })

  it('8: the reason is read from meta.message.merchant, not from elsewhere', () => {
    expect(refusal('From the right place', 'Nets').message).toBe('From the right place')
  })

  it('10: amounts inside 113 and 114 are shown as money, other numbers are left alone', () => {
    const message =
      'Amount 15000 is above the 12550 that is left; order 1001, id 2551, T123 and #7.'
    const shown =
      'Amount 150.00 DKK is above the 125.50 DKK that is left; order 1001, id 2551, T123 and #7.'
    expect(refusal(message, 'ePayEngine', '113').message).toBe(shown)
    expect(refusal(message, 'ePayEngine', '114').message).toBe(shown)
    expect(refusal(message, 'ePayEngine', '115').message).toBe(message)
    expect(refusal(message, 'Nets', '113').message).toBe(message)
  })
})

describe('Bambora Checkout, known defects of reads', () => {
  it('14: a history of one element is not lost, even when it comes without its list', () => {
    const bare = { transactionoperations: { ...operation(), transactionoperations: capture } }
    expect(map({}, bare).events).toHaveLength(2)
  })

  it('20: words are compared without regard to their letter case', () => {
    for (const word of ['Approved', 'approved', 'APPROVED']) {
      const tree = { transactionoperations: [operation({ status: word, action: 'Authorize' })] }
      const { phase, events } = map({ status: word }, tree)
      expect(phase).toBe('open')
      expect(events[0]).toMatchObject({ kind: 'authorize', state: 'succeeded' })
    }
  })
})

describe('Bambora Checkout, known defects of callbacks', () => {
  const query =
    'txnid=25506297014116353&orderid=A%201%2F2&reference=123456789012&amount=990&currency=SEK&date=20240305&time=0905&feeid=4968250683&txnfee=0&paymenttype=3&hash=7eb044ba8661113cf93611a1dccf38f4'
  const read = (text: string, secret: unknown) =>
    readBamboraCheckoutWebhook(
      {
        rawBody: Buffer.alloc(0),
        headers: {},
        pathWithQuery: `/?${text}`,
        method: 'GET',
        query: new URLSearchParams(text),
      },
      secret,
      new Date(0),
    )
  const secret = { accessToken: 'a', secretToken: 's', md5Key: 'TestMd5Key1' }

  it('16: parameters behind the hash are neither signed nor read', () => {
    expect(read(`${query}&txnid=1&ui=inline`, secret)).toMatchObject({
      ok: true,
      notice: { providerTransactionId: '25506297014116353' },
    })
  })

  it('17: a callback about an unknown order is read like any other', () => {
    expect(read(query, secret)).toMatchObject({ ok: true, notice: { orderReference: 'A 1/2' } })
  })

  it('18: a repeated callback is the same delivery, and carries no amount', () => {
    expect(read(query, secret)).toEqual(read(query, secret))
    expect(JSON.stringify(read(query, secret))).not.toContain('990')
  })

  it('without an MD5 key nothing is believed, instead of everything', () => {
    const forged = { ok: false, problem: 'forged' }
    expect(read(query, { accessToken: 'a', secretToken: 's' })).toEqual(forged)
  })
})

describe('Bambora Checkout, known defects of operations', () => {
  it('21: a delete has a body, so that its length is never wrong', () => {
    expect(operationBody({ ...command, kind: 'void' })).toBe('{}')
  })

  it('23: not every role may refund', () => {
    expect(isPermitted('staff', 'operate:refund')).toBe(false)
    expect(isPermitted('support', 'operate:refund')).toBe(true)
  })
})
