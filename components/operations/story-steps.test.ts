import { describe, expect, it } from 'vitest'
import type { OperationStory } from '@/lib/domain/operation-story'
import type { OperationView } from '@/lib/domain/transaction-view'
import { storySteps } from './story-steps'
import { exampleOperation } from './testing/example-operation'

const totals = { authorizedMinor: 124_000, capturedMinor: 0, refundedMinor: 0, releasedMinor: 0 }

function story(differences: Partial<OperationView>): OperationStory {
  return {
    operation: exampleOperation(differences),
    providerReference: null,
    totalsBefore: totals,
    totalsNow: totals,
    readAt: new Date(0),
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
  exchange: null,
} as const

const decision = {
  actorId: 'person',
  actorName: 'Ola Admin',
  verdict: 'refused',
  reason: 'Their support said so.',
  decidedAt: new Date(3),
} as const

describe('storySteps', () => {
  it('goes from who asked over the send and the looks to the people', () => {
    const open = { checks: 2, lastCheckedAt: new Date(2), lastCheckFound: 'No trace.' }
    const steps = storySteps(
      story({ ...open, state: 'needs_review', message: 'It does not fit.' }),
      [attempt],
      [decision],
    )
    expect(steps.map(({ title }) => title)).toEqual([
      'Anna Lie asked for it',
      'Sent to Dintero',
      'Looked at Dintero 2 times',
      'Handed over to people',
      'Ola Admin decided: Dintero refused it',
    ])
    expect(steps[3]?.note).toBe('It does not fit.')
    expect(steps[4]?.quote).toBe('Their support said so.')
  })

  it('ends with how it was settled', () => {
    const settled = { state: 'refused', settledAt: new Date(4), message: 'No funds.' } as const
    expect(storySteps(story(settled), [attempt], []).at(-1)).toMatchObject({
      title: 'Settled: Refused',
      quote: 'No funds.',
    })
    expect(storySteps(story(settled), [attempt], [decision]).at(-1)?.note).toBe(
      'By the people above.',
    )
  })

  it('speaks of no answer where none was written down', () => {
    const steps = storySteps(story({}), [{ ...attempt, outcome: null }], [])
    expect(steps[1]?.note).toBe('No answer was written down.')
  })
})
