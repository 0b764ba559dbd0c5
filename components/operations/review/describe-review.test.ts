import { describe, expect, it } from 'vitest'
import { exampleOperation } from '@/components/operations/testing/example-operation'
import { OPERATION_KINDS } from '@/lib/domain/operation/operation'
import { REVIEW_VERDICTS, type ReviewVerdict } from '@/lib/domain/operation/outcome'
import type { ReviewDecisionView } from '@/lib/domain/view/operation-detail'
import { i18nFor } from '@/lib/i18n/i18n'
import { outcomeText, reviewProgress, submitText, describeVerdict } from './describe-review'

const LIMIT = 1_000_000
const small = exampleOperation()
const large = exampleOperation({ amountMinor: 1_500_000 })

function decision(actorId: string, verdict: ReviewVerdict): ReviewDecisionView {
  return { actorId, actorName: actorId, verdict, reason: 'x', decidedAt: new Date(0) }
}

const i18n = i18nFor('en', 'Europe/Oslo')
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('reviewProgress', () => {
  it('requires two people only above the limit', () => {
    const at = (amountMinor: number) =>
      reviewProgress(exampleOperation({ amountMinor }), [], 'me', LIMIT).needsTwo
    expect([at(LIMIT - 1), at(LIMIT), at(LIMIT + 1)]).toEqual([false, false, true])
  })

  it("separates the reader's decision from those of colleagues", () => {
    const decisions = [decision('me', 'refused'), decision('other', 'succeeded')]
    const progress = reviewProgress(large, decisions, 'me', LIMIT)
    expect(progress.mine?.verdict).toBe('refused')
    expect(progress.others.map(({ actorId }) => actorId)).toEqual(['other'])
  })
})

describe('submitText', () => {
  const text = (operation: typeof small, decisions: ReviewDecisionView[], chosen: ReviewVerdict) =>
    plain(submitText(operation, reviewProgress(operation, decisions, 'me', LIMIT), chosen, i18n))

  it('settles a small sum at once', () => {
    expect(text(small, [], 'refused')).toBe('Settle NOK 1,240.00 as refused')
  })

  it('settles a large sum only after the same verdict of a colleague', () => {
    expect(text(large, [], 'refused')).toBe('Decide on NOK 15,000.00')
    expect(text(large, [decision('me', 'refused')], 'refused')).toBe(
      'Change my decision on NOK 15,000.00',
    )
    expect(text(large, [decision('other', 'succeeded')], 'refused')).toBe('Decide on NOK 15,000.00')
    expect(text(large, [decision('other', 'refused')], 'refused')).toBe(
      'Settle NOK 15,000.00 as refused',
    )
  })
})

describe('texts of a verdict', () => {
  it('state that no money moved for every verdict but success', () => {
    for (const kind of OPERATION_KINDS) {
      for (const verdict of REVIEW_VERDICTS) {
        const { meaning } = describeVerdict(verdict, exampleOperation({ kind }), 'Dintero', i18n)
        expect(meaning.includes('No money moved')).toBe(verdict !== 'succeeded')
      }
    }
  })

  it('do not report a settlement while a second decision is awaited', () => {
    expect(plain(outcomeText(large, 'refused', 'Dintero', true, i18n))).toBe(
      'Your decision is kept: “Dintero refused it”. The capture of NOK 15,000.00 is waiting for a second person.',
    )
    expect(outcomeText(small, 'succeeded', 'Dintero', false, i18n)).toContain('is settled')
  })
})
