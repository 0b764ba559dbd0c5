import { describe, expect, it } from 'vitest'
import { exampleOperation } from '@/components/operations/testing/example-operation'
import { OPERATION_STATES } from '@/lib/domain/operation/outcome'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { i18nFor } from '@/lib/i18n/i18n'
import { adviceText, describeOperation } from './describe-operation'

const en = i18nFor('en', 'Europe/Oslo')
const nb = i18nFor('nb', 'Europe/Oslo')
const now = new Date('2026-09-03T12:00:14Z')

const operation = exampleOperation({
  state: 'sending',
  actorName: 'Anna Berg',
  message: 'Not before Monday.',
  createdAt: new Date('2026-09-03T12:00:00Z'),
  sentAt: null,
})

const words = (state: OperationView['state'], i18n = en) =>
  Object.values(describeOperation({ ...operation, state }, 'Dintero', now, i18n)).join(' ')

describe('describeOperation', () => {
  it('names the person, the operation and the time', () => {
    expect(words('sending').replaceAll('\u00a0', ' ')).toContain(
      'Anna Berg sent this capture of NOK 1,240.00 14 s ago.',
    )
    expect(words('sending', nb).replaceAll('\u00a0', ' ')).toContain(
      'Anna Berg sendte dette trekket på 1 240,00 kr for 14 s siden.',
    )
  })

  it('reports success or failure only where it is proven', () => {
    for (const state of ['unknown', 'pending', 'sending', 'needs_review'] as const) {
      expect(words(state)).not.toMatch(/failed|No money moved|no money moved|confirmed/)
    }
  })

  it.each(['refused', 'not_sent', 'abandoned'] as const)(
    'says that no money moved: %s',
    (state) => {
      expect(words(state).toLowerCase()).toContain('no money moved')
    },
  )

  it('claims neither that a request never left nor that another try will do', () => {
    expect(words('not_sent')).not.toMatch(/left us|never sent|safely/)
    expect(words('not_sent', nb)).not.toMatch(/aldri sendt|trygt/)
    expect(words('not_sent')).toMatch(/reason/)
  })

  it.each(['capture', 'update_authorization', 'extend_authorization'] as const)(
    'attributes a refused %s to the provider’s response and names the time of the page',
    (kind) => {
      const refused = { ...operation, kind, state: 'refused' } as const
      expect(describeOperation(refused, 'Klarna', now, en).money).toMatch(
        /By its answer.*last read/,
      )
      expect(describeOperation(refused, 'Klarna', now, nb).money).toMatch(/Ifølge svaret.*sist/)
    },
  )

  it("quotes the provider's message where there is one", () => {
    expect(describeOperation({ ...operation, state: 'refused' }, 'Dintero', now, en).quote).toBe(
      'Not before Monday.',
    )
  })

  it.each([
    ['succeeded', 'Decided by people: the capture of NOK 1,240.00 happened'],
    ['refused', 'Decided by people: the capture of NOK 1,240.00 was refused'],
    ['not_sent', 'Decided by people: the capture of NOK 1,240.00 never reached Dintero'],
  ] as const)('never tells as the provider’s what people decided: %s', (state, title) => {
    const message = { code: 'decided_by_people', values: { reason: 'Seen in the portal' } } as const
    const text = describeOperation({ ...operation, state, message }, 'Dintero', now, en)
    expect(text.title.replaceAll('\u00a0', ' ')).toBe(title)
    expect(text.quote).toBe('Decided by people: “Seen in the portal”')
    expect(`${text.money} ${text.next}`).not.toMatch(/confirmed|safely/)
  })

  it('describes every state', () => {
    for (const state of OPERATION_STATES) {
      expect(words(state).length).toBeGreaterThan(40)
      expect(words(state, nb).length).toBeGreaterThan(40)
    }
  })
})

describe('next step after a refusal', () => {
  const next = (change: Partial<OperationView>) =>
    describeOperation({ ...operation, state: 'refused', ...change }, 'Dintero', now, en).next

  it('is the one for its code, unless the provider advises', () => {
    const refusalCode = 'authorization_expired'
    expect(next({ refusalCode })).toMatch(/new payment/)
    expect(next({ refusalCode, retry: { kind: 'not_said' } })).toMatch(/new payment/)
    expect(next({ refusalCode, retry: { kind: 'at_once' } })).toMatch(/at once/)
    expect(next({ refusalCode: 'Nets.100' })).toMatch(/Look at the reason/)
  })
})

it('names the time before which a busy provider accepts no request', () => {
  const retry = { kind: 'after', at: '2026-09-03T12:00:30Z' } as const
  const { next } = describeOperation({ ...operation, state: 'not_sent', retry }, 'Dintero', now, en)
  expect(next).toMatch(/^Try again after /)
})

describe('adviceText', () => {
  it('describes each retry advice', () => {
    expect(adviceText({ kind: 'at_once' }, now, en)).toMatch(/at once/)
    expect(adviceText({ kind: 'after', at: '2026-09-04T10:00:00Z' }, now, en)).toBe(
      'Try again after 4 Sep 2026, 12:00.',
    )
    expect(adviceText({ kind: 'after', at: '2026-09-03T10:00:00Z' }, now, en)).toMatch(/now/)
    expect(adviceText({ kind: 'after', at: 'soon' }, now, en)).toMatch(/later/)
    expect(adviceText(null, now, en)).toMatch(/reason/)
  })
})
