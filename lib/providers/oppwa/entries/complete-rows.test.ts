import { describe, expect, it } from 'vitest'
import { oppwaEntry } from '../schema'
import { oppwaSettings } from '../settings'
import { findDoubtfulRows } from './complete-rows'
import { QueryGuard } from './query-guard'
import type { UnreadEntry } from './read-entries'
import { OppwaReports } from './reports'
import { OppwaSession } from '../session'

const settings = oppwaSettings.parse({ accessToken: 'x', environment: 'live' })
const SINCE = new Date('2026-03-02T00:00:00Z')
const BEFORE = '2026-03-01 10:00:00+0000'
const AFTER = '2026-03-03 10:00:00+0000'

function entry(id: string, paymentType: string, change: object = {}) {
  return oppwaEntry.parse({
    id,
    paymentType,
    amount: '100.00',
    currency: 'EUR',
    result: { code: '000.000.000' },
    timestamp: AFTER,
    ...change,
  })
}

function doubtful(
  entries: readonly ReturnType<typeof entry>[],
  since: Date | null = null,
  unread: readonly UnreadEntry[] = [],
) {
  const session = new OppwaSession({ baseUrl: 'https://provider.example' }, settings)
  const guard = new QueryGuard(2, () => 0)
  const reports = new OppwaReports(session, settings, ['entity'], guard, () => 0)
  return findDoubtfulRows({ reports, settings }, { entries, unread }, since)
}

const PA = entry('pa', 'PA')
const OLD_PA = entry('pa', 'PA', { timestamp: BEFORE })
const CP = entry('cp', 'CP', { referencedId: 'pa' })
const OLD_STRAY = entry('ri', 'RI', { timestamp: BEFORE })

describe('OPPWA: the proof that a list brings operations along', () => {
  it('is an operation whose payment is on the page', () => {
    expect(doubtful([PA, CP])).toEqual([])
  })

  it('is no entry that moves no money, whether it refers to a payment or to nothing', () => {
    expect(doubtful([PA, entry('ri', 'RI')])).toEqual(['pa'])
    expect(doubtful([PA, entry('ri', 'RI', { referencedId: 'pa' })])).toEqual(['pa'])
  })

  it('is an operation of a payment whose type is not known, too', () => {
    const unknown = entry('xx', 'XX')
    expect(doubtful([unknown, entry('cp', 'CP', { referencedId: 'xx' }), PA])).toEqual([])
  })

  it('is, of what changed, only an operation that is older, or whose payment is', () => {
    expect(doubtful([OLD_PA, CP], SINCE)).toEqual([])
    expect(doubtful([PA, CP], SINCE)).toEqual(['pa'])
    expect(doubtful([PA, CP, OLD_STRAY], SINCE)).toEqual(['pa'])
    expect(doubtful([OLD_PA], SINCE)).toEqual(['pa'])
  })
})

describe('OPPWA: an entry of a page that could belong to any of its payments', () => {
  const page = [PA, CP, entry('pb', 'PA'), entry('pc', 'PA', { result: { code: '800.100.152' } })]
  const lost = { id: 'x', referencedId: null, isFirst: false, problem: 'amount: wrong' }

  it('has all of them read that hold money: a stray operation, or an unreadable one', () => {
    expect(doubtful([...page, entry('cp-2', 'CP')])).toEqual(['pa', 'pb'])
    expect(doubtful(page, null, [lost])).toEqual(['pa', 'pb'])
  })

  it('is no unreadable payment, nor one that names its payment', () => {
    expect(doubtful(page, null, [{ ...lost, isFirst: true }])).toEqual([])
    expect(doubtful(page, null, [{ ...lost, referencedId: 'pa' }])).toEqual([])
  })
})
