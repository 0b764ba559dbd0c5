import { describe, expect, it } from 'vitest'
import type { HttpResponse } from '../../http/send-request'
import { OppwaSession, type Fields } from '../session'
import { oppwaSettings } from '../settings'
import { QueryGuard } from './query-guard'
import { OppwaReports } from './reports'

const settings = oppwaSettings.parse({ accessToken: 'x', environment: 'live' })

/** Answers queries with these entries. */
class ReportSession extends OppwaSession {
  constructor(private readonly answer: (path: string, fields: Fields) => readonly unknown[]) {
    super({ baseUrl: 'https://provider.example' }, settings)
  }

  override get(path: string, fields: Fields): Promise<HttpResponse> {
    const payments = this.answer(path, fields)
    const body = JSON.stringify({ result: { code: '000.000.100' }, payments })
    return Promise.resolve({ kind: 'answer', status: 200, headers: {}, body })
  }
}

function reportsOf(session: OppwaSession, entityIds: readonly string[] = ['one']): OppwaReports {
  return new OppwaReports(session, settings, entityIds, new QueryGuard(1_000, () => 0), () => 0)
}

const PA = entry('pa', 'PA')

function entry(id: string, paymentType: string, change: object = {}) {
  return {
    id,
    paymentType,
    amount: '100.00',
    currency: 'EUR',
    result: { code: '000.000.000' },
    timestamp: '2026-03-01 10:00:00+0000',
    ...change,
  }
}

const locatorOf = (id: string) => ({ providerTransactionId: id, orderReference: null })

describe('OPPWA: a payment by its reports', () => {
  it('is unreadable where its type is not known, and is not one without money', async () => {
    const reports = reportsOf(new ReportSession(() => [entry('x', 'XX')]))
    expect(await reports.readTree(locatorOf('x'))).toMatchObject({
      ok: false,
      problem: 'malformed',
      message: 'the payment type XX is not known',
    })
  })

  it.each(['RF', 'RI'])('is no %s whose payment the report leaves out', async (type) => {
    const alone = entry('x', type, { referencedId: 'elsewhere' })
    const reports = reportsOf(new ReportSession(() => [alone]))
    expect(await reports.readTree(locatorOf('x'))).toMatchObject({ problem: 'malformed' })
  })

  it('shows what our reference leads to, whatever its type', async () => {
    const own = entry('x', 'XX', { merchantTransactionId: 'pd-1' })
    const session = new ReportSession((path) => (path === '/v1/query' ? [own] : [PA]))
    const locator = { ...locatorOf('pa'), operationReference: 'pd-1' }
    expect(await reportsOf(session).readTree(locator)).toMatchObject({
      ok: true,
      separateEvents: [{ id: 'x' }],
    })
  })
})

describe('OPPWA: the channel of a payment', () => {
  const inSecond = (first: readonly unknown[]) =>
    new ReportSession((_, { entityId }) => (entityId === 'two' ? [PA] : first))

  it.each([
    ['an empty report', []],
    ['a report about another payment', [entry('other', 'PA')]],
  ])('is not the one that answers with %s', async (_, first) => {
    const reports = reportsOf(inSecond(first), ['one', 'two'])
    expect(await reports.readTree(locatorOf('pa'))).toMatchObject({ ok: true, entityId: 'two' })
    expect(reports.knownEntity('pa')).toBe('two')
  })

  it('is not known where no report holds the payment, which proves no absence', async () => {
    const empty = new ReportSession(() => [])
    const reports = reportsOf(empty, ['one', 'two'])
    expect(await reports.readTree(locatorOf('pa'))).toMatchObject({ problem: 'malformed' })
    expect(reports.knownEntity('pa')).toBeNull()
  })

  it('that is not there in one report, and unclear in the other, proves no absence', async () => {
    const session = new (class extends OppwaSession {
      override get(_: string, { entityId }: Fields): Promise<HttpResponse> {
        const isFirst = entityId === 'one'
        const code = isFirst ? '000.000.100' : '700.400.580'
        const body = JSON.stringify({ result: { code }, ...(isFirst && { payments: [] }) })
        return Promise.resolve({ kind: 'answer', status: isFirst ? 200 : 404, headers: {}, body })
      }
    })({ baseUrl: 'https://provider.example' }, settings)
    const reports = reportsOf(session, ['one', 'two'])
    expect(await reports.readTree(locatorOf('pa'))).toMatchObject({ problem: 'malformed' })
  })
})
