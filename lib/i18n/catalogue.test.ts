import format, { type CompiledMessage } from 'icu-minify/format'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/domain/access/person-settings'
import { MESSAGES } from '@/messages'
import { catalogueOf, catalogueText, compileTexts } from './catalogue'

type Leaf = string | CompiledMessage
type Tree = { readonly [key: string]: Leaf | Tree }
type Value = string | number | ((parts: readonly unknown[]) => string)

/** As many rounds as a plural or a choice has cases here. */
const ROUNDS = 8
const COUNTS = [0, 1, 2, 5, 21, 1_000, 12_345]

const FORMATTERS = {
  getNumberFormat: (...args: ConstructorParameters<typeof Intl.NumberFormat>) =>
    new Intl.NumberFormat(...args),
  getDateTimeFormat: (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
    new Intl.DateTimeFormat(...args),
  getPluralRules: (...args: ConstructorParameters<typeof Intl.PluralRules>) =>
    new Intl.PluralRules(...args),
}

describe.each(LOCALES)('compiled texts in %s', (locale) => {
  const written = leaves(MESSAGES[locale])
  const compiled = new Map(leaves(compileTexts(MESSAGES[locale])))

  it('say the same as the written ones, with all values', () => {
    const others: unknown[] = []
    for (const [key, text] of written) {
      const whole = new IntlMessageFormat(text as string, locale)
      const places = placesOf(whole.getAst())
      for (let round = 0; round < (places.size === 0 ? 1 : ROUNDS); round++) {
        const values = valuesFor(places, round)
        const expected = joined(whole.format(values))
        const found = joined(
          format(compiled.get(key) as CompiledMessage, locale, values as never, {
            formatters: FORMATTERS,
          }),
        )
        if (found !== expected) others.push({ key, values, expected, found })
      }
    }
    expect(written.length).toBeGreaterThan(1_000)
    expect(others).toEqual([])
  })

  it('are plain data, as the browser gets them', () => {
    expect(JSON.parse(JSON.stringify([...compiled]))).toStrictEqual([...compiled])
  })
})

it('texts of this process are as written: its formatter reads the notation', () => {
  expect(catalogueOf('nb')).toStrictEqual(MESSAGES.nb)
  expect(catalogueText("It''s")).toBe("It''s")
})

function leaves(tree: Tree, path = ''): [string, Leaf][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' || Array.isArray(value)
      ? [[`${path}${key}`, value] as [string, Leaf]]
      : leaves(value, `${path}${key}.`),
  )
}

/** The places for values of a message, with the values that each may have. */
function placesOf(nodes: readonly unknown[]): ReadonlyMap<string, readonly Value[]> {
  const places = new Map<string, readonly Value[]>()
  const visit = (inner: readonly unknown[]): void => {
    for (const node of inner as readonly Node[]) {
      if (node.type === 0 || node.type === 7) continue
      const options = Object.entries(node.options ?? {})
      if (node.type === 8)
        places.set(node.value, [(parts) => `<${node.value}>${parts.join('')}</>`])
      else if (node.type === 5)
        places.set(
          node.value,
          options.map(([name]) => name),
        )
      else if (node.type === 6 || node.type === 2) places.set(node.value, COUNTS)
      else if (!places.has(node.value)) places.set(node.value, ['Ola’s {x}', '1'])
      for (const [, option] of options) visit(option.value)
      visit(node.children ?? [])
    }
  }
  visit(nodes)
  return places
}

interface Node {
  readonly type: number
  readonly value: string
  readonly children?: readonly unknown[]
  readonly options?: Readonly<Record<string, { readonly value: readonly unknown[] }>>
}

function valuesFor(places: ReadonlyMap<string, readonly Value[]>, round: number) {
  return Object.fromEntries(
    [...places].map(([name, values]) => [name, values[round % values.length]]),
  )
}

function joined(result: unknown): string {
  return Array.isArray(result) ? result.join('') : String(result)
}
