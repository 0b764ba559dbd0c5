import { describe, expect, it } from 'vitest'
import { areShortcutsOn, isPaletteKey, shortcutOf } from './shortcuts'

function press(key: string, more: Partial<KeyboardEvent> = {}) {
  const nothing = { ctrlKey: false, metaKey: false, altKey: false, repeat: false }
  return { ...nothing, isComposing: false, key, ...more }
}

describe('a pressed key', () => {
  it('is a shortcut by the character it writes', () => {
    expect(shortcutOf(press('c'))).toBe('capture')
    expect(shortcutOf(press('?'))).toBe('help')
    expect(shortcutOf(press('x'))).toBeNull()
  })

  it('is no shortcut with a modifier key, or while a character is being composed', () => {
    expect(shortcutOf(press('c', { ctrlKey: true }))).toBeNull()
    expect(shortcutOf(press('r', { metaKey: true }))).toBeNull()
    expect(shortcutOf(press('v', { altKey: true }))).toBeNull()
    expect(shortcutOf(press('a', { isComposing: true }))).toBeNull()
  })

  it('repeats only for moving in a list', () => {
    expect(shortcutOf(press('j', { repeat: true }))).toBe('next')
    expect(shortcutOf(press('c', { repeat: true }))).toBeNull()
  })

  it('opens the palette with Ctrl or Cmd, not with both', () => {
    expect(isPaletteKey(press('k', { ctrlKey: true }))).toBe(true)
    expect(isPaletteKey(press('K', { metaKey: true }))).toBe(true)
    expect(isPaletteKey(press('k'))).toBe(false)
    expect(isPaletteKey(press('k', { ctrlKey: true, metaKey: true }))).toBe(false)
  })
})

it('shortcuts are on until they are switched off', () => {
  expect(areShortcutsOn(undefined)).toBe(true)
  expect(areShortcutsOn('on')).toBe(true)
  expect(areShortcutsOn('off')).toBe(false)
})
