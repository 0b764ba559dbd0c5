import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/domain/access/person-settings'
import { MESSAGES } from '.'

type Tree = { readonly [key: string]: string | Tree }

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : leaves(value, `${path}${key}.`),
  )
}

/** The names that a message has places for, sorted. */
function places(message: string): string[] {
  const names = new Set<string>()
  const visit = (nodes: readonly unknown[]): void => {
    for (const node of nodes) {
      if (typeof node !== 'object' || node === null) continue
      if ('type' in node && node.type !== 0 && node.type !== 7 && 'value' in node)
        names.add(String(node.value))
      if ('children' in node && Array.isArray(node.children)) visit(node.children)
      if ('options' in node && typeof node.options === 'object' && node.options !== null) {
        for (const option of Object.values(node.options as Record<string, { value: unknown[] }>))
          visit(option.value)
      }
    }
  }
  visit(new IntlMessageFormat(message, 'en').getAst())
  return [...names].toSorted()
}

describe.each(LOCALES.filter((locale) => locale !== 'en'))('the texts in %s', (locale) => {
  const english = new Map(leaves(MESSAGES.en))
  const translated = leaves(MESSAGES[locale])

  it('are as many as the English ones and none is empty', () => {
    expect(translated.map(([key]) => key).toSorted()).toEqual([...english.keys()].toSorted())
    expect(translated.filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('have the same places for values', () => {
    const differing = translated.filter(
      ([key, text]) => places(text).join() !== places(english.get(key) ?? '').join(),
    )
    expect(differing).toEqual([])
  })
})

it('has one word for one thing in Norwegian', () => {
  // An authorization is a reservasjon, a note a notat; only a declined payment is avslått.
  const second = leaves(MESSAGES.nb).filter(
    ([key, text]) => /autoris|merknad|avsl[åa]/i.test(text) && key !== 'statuses.declined',
  )
  expect(second).toEqual([])
})
