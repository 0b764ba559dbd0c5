import { describe, expect, it } from 'vitest'
import { matching, neighbour, type Choice } from './choices'

function choice(name: string): Choice {
  return { id: name, name, note: null, found: null, shortcut: null, disabled: false, run: () => {} }
}

const CHOICES = ['Capture', 'Add item', 'Keyboard shortcuts'].map(choice)

describe('matching', () => {
  const namesFor = (text: string) => matching(CHOICES, text).map(({ name }) => name)

  it('matches the beginnings of words in any case', () => {
    expect(namesFor('CAP')).toEqual(['Capture'])
    expect(namesFor('short key')).toEqual(['Keyboard shortcuts'])
  })

  it('leaves out a choice that matches only a part of the text, or only inside a word', () => {
    expect(namesFor('add refund')).toEqual([])
    expect(namesFor('tem')).toEqual([])
  })

  it('keeps every choice while the text is empty', () => {
    expect(namesFor(' ')).toHaveLength(3)
  })
})

describe('neighbour', () => {
  it('wraps from the last choice to the first, and back', () => {
    expect(neighbour(CHOICES, 'Keyboard shortcuts', 1)?.name).toBe('Capture')
    expect(neighbour(CHOICES, 'Capture', -1)?.name).toBe('Keyboard shortcuts')
  })

  it('is the first or last choice where none is chosen', () => {
    expect(neighbour(CHOICES, null, 1)?.name).toBe('Capture')
    expect(neighbour(CHOICES, 'gone', -1)?.name).toBe('Keyboard shortcuts')
    expect(neighbour([], null, 1)).toBeUndefined()
  })
})
