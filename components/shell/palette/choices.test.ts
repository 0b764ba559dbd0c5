import { describe, expect, it } from 'vitest'
import { matching, neighbour, type Choice } from './choices'

function choice(name: string): Choice {
  return { id: name, name, note: null, found: null, shortcut: null, disabled: false, run: () => {} }
}

const CHOICES = ['Capture', 'Add item', 'Keyboard shortcuts'].map(choice)

describe('matching', () => {
  const namesFor = (text: string) => matching(CHOICES, text).map(({ name }) => name)

  it('takes the beginnings of words, whatever their case', () => {
    expect(namesFor('CAP')).toEqual(['Capture'])
    expect(namesFor('short key')).toEqual(['Keyboard shortcuts'])
  })

  it('leaves out what has only a part of the text, or has it inside of a word', () => {
    expect(namesFor('add refund')).toEqual([])
    expect(namesFor('tem')).toEqual([])
  })

  it('takes everything while nothing is typed', () => {
    expect(namesFor(' ')).toHaveLength(3)
  })
})

describe('neighbour', () => {
  it('goes round', () => {
    expect(neighbour(CHOICES, 'Keyboard shortcuts', 1)?.name).toBe('Capture')
    expect(neighbour(CHOICES, 'Capture', -1)?.name).toBe('Keyboard shortcuts')
  })

  it('begins at an end where nothing is chosen', () => {
    expect(neighbour(CHOICES, null, 1)?.name).toBe('Capture')
    expect(neighbour(CHOICES, 'gone', -1)?.name).toBe('Keyboard shortcuts')
    expect(neighbour([], null, 1)).toBeUndefined()
  })
})
