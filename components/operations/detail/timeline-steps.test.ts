import { describe, expect, it } from 'vitest'
import { exampleOperation } from '@/components/operations/testing/example-operation'
import type { OperationDetail } from '@/lib/domain/view/operation-detail'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { i18nFor } from '@/lib/i18n/i18n'
import { timelineSteps } from './timeline-steps'

const i18n = i18nFor('en', 'Europe/Oslo')
const totals = { authorizedMinor: 124_000, capturedMinor: 0, refundedMinor: 0, releasedMinor: 0 }

function detail(differences: Partial<OperationView>): OperationDetail {
  return {
    operation: exampleOperation(differences),
    providerReference: null,
    correction: null,
    flags: [],
    items: [],
    batch: null,
    totalsBefore: totals,
    totalsNow: totals,
    readAt: new Date(0),
    version: '1',
    orderReference: null,
    customerName: null,
    provider: 'dintero',
    providerTransactionId: 'P1',
    portalUrl: null,
    isTest: true,
  }
}

const attempt = {
  number: 1,
  startedAt: new Date(1),
  finishedAt: new Date(2),
  outcome: 'unknown',
  httpExchange: null,
} as const

const decision = {
  actorId: 'person',
  actorName: 'Ola Admin',
  verdict: 'refused',
  reason: 'Their support said so.',
  decidedAt: new Date(3),
} as const

describe('timelineSteps', () => {
  it('reports a missing response only once none is awaited any more', () => {
    const sent = { ...attempt, finishedAt: null, outcome: null }
    const notes = (
      state: OperationView['state'],
      ...attempts: Parameters<typeof timelineSteps>[1]
    ) => timelineSteps(detail({ state }), attempts, [], i18n).map(({ note }) => note)
    const [waiting, missing] = ['Waiting for the answer.', 'No answer was written down.']
    expect(notes('sending', sent).slice(1)).toEqual([waiting])
    expect(notes('sending', sent, { ...sent, number: 2 }).slice(1)).toEqual([missing, waiting])
    expect(notes('unknown', sent).slice(1)).toEqual([missing])
  })

  it('lists the request, the attempt, the checks and the review in this order', () => {
    const open = { checks: 2, lastCheckedAt: new Date(2), lastCheckFound: 'Not shown yet.' }
    const steps = timelineSteps(
      detail({ ...open, state: 'needs_review', message: 'It does not fit.' }),
      [attempt],
      [decision],
      i18n,
    )
    expect(steps.map(({ title }) => title)).toEqual([
      'Anna Lie asked for it',
      'Sent to Dintero',
      'Checked with Dintero 2 times',
      'Handed over to people',
      'Ola Admin decided: Dintero refused it',
    ])
    expect(steps[3]?.note).toBe('It does not fit.')
    expect(steps[4]?.quote).toBe('Their support said so.')
  })

  it('ends with the settlement', () => {
    const settled = { state: 'refused', settledAt: new Date(4), message: 'No funds.' } as const
    expect(timelineSteps(detail(settled), [attempt], [], i18n).at(-1)).toMatchObject({
      title: 'Settled: Refused',
      quote: 'No funds.',
    })
    expect(timelineSteps(detail(settled), [attempt], [decision], i18n).at(-1)?.note).toBe(
      'By the people above.',
    )
  })

  it("describes a refusal with a known code in the reader's language", () => {
    const refused = { state: 'refused', settledAt: new Date(4), refusalCode: 'no_reason' } as const
    const settled = timelineSteps(
      detail({ ...refused, message: 'The provider gave no reason.' }),
      [attempt],
      [],
      i18nFor('nb', 'Europe/Oslo'),
    ).at(-1)
    expect(settled).toMatchObject({
      title: 'Avgjort: Avvist',
      quote: 'Leverandøren oppga ingen grunn.',
    })
  })

  it('has no response step where no response was stored', () => {
    const steps = timelineSteps(detail({}), [{ ...attempt, outcome: null }], [], i18n)
    expect(steps[1]?.note).toBe('No answer was written down.')
  })
})
