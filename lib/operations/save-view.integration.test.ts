import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listSavedViews } from '@/db/queries/listing/saved-views'
import { LIMITS } from '@/lib/config/limits'
import type { Role } from '@/lib/domain/access/permission'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { removeView } from './remove-view'
import { saveView } from './save-view'

let merchant: TestMerchant

beforeAll(async () => {
  merchant = await startTestMerchant()
})
afterAll(() => merchant.stop())

async function as(role: Role) {
  return { database: merchant.database, actor: await merchant.actor(role) }
}

async function seenBy(role: Role): Promise<readonly string[]> {
  const { database, actor } = await as(role)
  return (await listSavedViews(database, 'all', actor.userId)).map(({ name }) => name)
}

const mine = { name: 'Big ones', query: 'view=all&min=1000', isShared: false }

describe('saved views', () => {
  it('are one’s own unless they are shared', async () => {
    expect(await saveView(await as('staff'), mine)).toMatchObject({ ok: true })
    const shared = { name: 'Klarna due', query: 'method=klarna.klarna', isShared: true }
    expect(await saveView(await as('admin'), shared)).toMatchObject({ ok: true })
    expect(await seenBy('staff')).toEqual(['Big ones', 'Klarna due'])
    expect(await seenBy('support')).toEqual(['Klarna due'])
  })

  it('are shared only by who may', async () => {
    const answer = await saveView(await as('support'), { ...mine, name: 'Ours', isShared: true })
    expect(answer).toMatchObject({ ok: false, error: { code: 'not_permitted' } })
    expect(await seenBy('staff')).not.toContain('Ours')
  })

  it('keep what the list understands, from the first page', async () => {
    const query = '?view=captured&color=blue&currency=sek&after=abc.def'
    const answer = await saveView(await as('staff'), { ...mine, name: 'Swedish', query })
    expect(answer).toEqual({ ok: true, value: { query: 'view=captured&currency=SEK' } })
  })

  it('replace one’s own of the same name', async () => {
    await saveView(await as('staff'), { ...mine, query: 'view=refunded' })
    const { database, actor } = await as('staff')
    const views = await listSavedViews(database, 'all', actor.userId)
    expect(views.filter(({ name }) => name === mine.name)).toMatchObject([
      { query: 'view=refunded', isOwn: true },
    ])
  })

  it('are removed by their owner, and shared ones by who may share', async () => {
    const { database, actor } = await as('admin')
    const [due] = await listSavedViews(database, 'all', actor.userId)
    const id = due?.id ?? ''
    expect(await removeView(await as('staff'), { id })).toMatchObject({
      ok: false,
      error: { code: 'view_gone' },
    })
    expect(await removeView(await as('admin'), { id })).toMatchObject({ ok: true })
    const own = (await listSavedViews(database, 'all', (await as('staff')).actor.userId))[0]
    expect(await removeView(await as('admin'), { id: own?.id ?? '' })).toMatchObject({ ok: false })
    expect(await removeView(await as('staff'), { id: own?.id ?? '' })).toMatchObject({ ok: true })
  })

  it('are no more than a menu can show', async () => {
    const support = await as('support')
    for (let n = 0; n < LIMITS.savedViews.perPerson; n += 1) {
      expect(await saveView(support, { ...mine, name: `View ${n}` })).toMatchObject({ ok: true })
    }
    const oneMore = await saveView(support, { ...mine, name: 'One more' })
    expect(oneMore).toMatchObject({ ok: false, error: { code: 'too_many_views' } })
    expect(await saveView(support, { ...mine, name: 'View 0' })).toMatchObject({ ok: true })
  })
})
