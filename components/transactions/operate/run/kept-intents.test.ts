import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetInTab } from '@/components/act/browser-memory'
import { createKeptIntents, restoreEntry } from './kept-intents'

/** What a browser tab keeps. */
function createTab() {
  const kept: Record<string, string> = {}
  const define = (name: string, value: unknown) => Object.defineProperty(kept, name, { value })
  define('getItem', (key: string) => kept[key] ?? null)
  define('setItem', (key: string, value: string) => (kept[key] = value))
  define('removeItem', (key: string) => Reflect.deleteProperty(kept, key))
  return kept
}

let tab: Record<string, string>

beforeEach(() => {
  tab = createTab()
  vi.stubGlobal('sessionStorage', tab)
})

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('kept intents', () => {
  it('keep id and entry of an operation over a reload (H1, H2, H9)', () => {
    const { operationId } = createKeptIntents('anna', 'p').change('capture', { isOpen: true })
    createKeptIntents('anna', 'p').change('capture', { entry: { label: 'x' }, sentAtMs: 7 })
    const reloaded = createKeptIntents('anna', 'p')
    expect(reloaded.unfinished()).toBe('capture')
    expect(reloaded.read('capture')).toEqual({
      operationId,
      isOpen: true,
      sentAtMs: 7,
      entry: { label: 'x' },
    })
    expect(reloaded.read('refund')).toBeNull()
    expect(createKeptIntents('anna', 'another').read('capture')).toBeNull()
  })

  it('keep a request whose outcome is unknown although its dialog was closed (H1)', () => {
    const kept = createKeptIntents('anna', 'p')
    const { operationId } = kept.change('void', { isOpen: true, sentAtMs: 7 })
    kept.closeAll()
    const reloaded = createKeptIntents('anna', 'p')
    expect(reloaded.unfinished()).toBe('void')
    expect(reloaded.read('void')).toMatchObject({ operationId, isOpen: false })
  })

  it('stay forgotten when the page is left after a sign-out (H2)', () => {
    const kept = createKeptIntents('anna', 'p')
    kept.change('capture', { isOpen: true, entry: { label: 'x' } })
    forgetInTab()
    kept.closeAll()
    expect(Object.keys(tab)).toEqual([])
  })

  it('are gone once something came of them', () => {
    const kept = createKeptIntents('anna', 'p')
    kept.change('capture', { isOpen: true, entry: { label: 'x' } })
    kept.forget('capture')
    expect(kept.read('capture')).toBeNull()
    expect(Object.keys(tab)).toEqual([])
  })

  it('are not worth keeping where a dialog was closed untouched', () => {
    const kept = createKeptIntents('anna', 'p')
    const { operationId } = kept.change('void', { isOpen: true })
    kept.closeAll()
    expect(Object.keys(tab)).toEqual([])
    expect(kept.change('void', {}).operationId).toBe(operationId)
  })

  it('of one person are forgotten when another one types in the same tab (H2)', () => {
    createKeptIntents('anna', 'p').change('capture', { entry: { label: 'x' } })
    const ingrid = createKeptIntents('ingrid', 'p')
    expect(ingrid.read('capture')).toBeNull()
    ingrid.change('refund', { isOpen: true })
    expect(Object.keys(tab)).toEqual(['paydesk:ingrid:p:refund'])
  })

  it('last as long as the page where a browser keeps nothing', () => {
    vi.stubGlobal('sessionStorage', undefined)
    const kept = createKeptIntents('anna', 'p')
    const { operationId } = kept.change('capture', { entry: { label: 'x' } })
    expect(kept.read('capture')?.operationId).toBe(operationId)
  })
})

describe('restoreEntry', () => {
  const blank = {
    amount: { mode: 'all', quantities: {}, amountText: '' },
    reason: { reason: null, note: '' },
    additions: [{ key: 1, description: '' }],
  }

  it('takes an entry of the same shape', () => {
    const kept = {
      amount: { mode: 'lines', quantities: { '1': '2' }, amountText: '' },
      reason: { reason: 'other', note: 'x' },
      additions: [
        { key: 1, description: 'a' },
        { key: 2, description: 'b' },
      ],
    }
    expect(restoreEntry(blank, kept)).toBe(kept)
  })

  it.each([
    null,
    'text',
    {},
    { ...blank, amount: { mode: 'all', quantities: { '1': 2 }, amountText: '' } },
    { ...blank, reason: { reason: 1, note: '' } },
    { ...blank, additions: [] },
    { ...blank, additions: [{ key: 'a', description: '' }] },
  ])('begins anew with what an older build kept: %j', (kept) => {
    expect(restoreEntry(blank, kept)).toBe(blank)
  })
})
