import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { twMerge } from 'tailwind-merge'
import { expect, it } from 'vitest'
import { mergeClasses } from './merge-classes'

it.each([
  ['size-4 shrink-0 size-3.5', 'shrink-0 size-3.5'],
  ['px-3 py-2.5 p-0', 'p-0'],
  ['p-0 px-3', 'p-0 px-3'],
  ['px-3 lg:px-2 max-lg:px-0', 'px-3 lg:px-2 max-lg:px-0'],
  ['hover:text-ink text-ink-soft hover:text-bad-ink', 'text-ink-soft hover:text-bad-ink'],
  ['p-2! p-3', 'p-2! p-3'],
  ['-mt-1 mt-2', 'mt-2'],
  ['text-sm text-ink text-right text-base', 'text-ink text-right text-base'],
  ['border border-line border-t-0 border-bad', 'border border-t-0 border-bad'],
  ['[&>td]:px-2 [&>td]:py-1 [&>td]:p-0', '[&>td]:p-0'],
  [
    'has-[input:focus-visible]:outline-2 outline-1',
    'has-[input:focus-visible]:outline-2 outline-1',
  ],
  ['size-2 w-4', 'size-2 w-4'],
  ['enter glow-once enter-late', 'enter glow-once enter-late'],
  ['', ''],
])('classes: "%s" becomes "%s"', (classes, left) => {
  expect(mergeClasses(classes)).toBe(left)
})

it('classes: of each two that we use, what the later one replaces is what Tailwind says', () => {
  const names = utilitiesOf(sources(['components', 'app']))
  expect(names.length).toBeGreaterThan(150)
  const others: string[] = []
  for (const first of names) {
    for (const second of names) {
      const both = `${first} ${second}`
      if (first !== second && twMerge(both) !== mergeClasses(both)) others.push(both)
    }
  }
  // A shadow of our own is a colour to the other one.
  expect(others.filter((both) => !/^shadow-\S+ shadow-/.test(both))).toEqual([])
})

/**
 * The utilities in the texts of sources, without the cases that they are for; of
 * each scale one step, and one colour of each use.
 */
function utilitiesOf(texts: readonly string[]): readonly string[] {
  const found = texts
    .flatMap((text) => [...text.matchAll(/'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`/g)])
    .flatMap(([, single, double, template]) => (single ?? double ?? template ?? '').split(/\s+/))
    .map((name) => name.replace(/^.*:(?![^[(]*[\])])/, '').replace(/!$/, ''))
  const steps = new Map(
    found.map((name) => [
      name.replace(/(\d[\d./]*|\[.*\]|(accent|bad|back|good|ink|info|line|warn)\b.*)$/, ''),
      name,
    ]),
  )
  return [...steps.values()].filter((name) => name !== '' && twMerge(name, name) === name)
}

function sources(folders: readonly string[]): readonly string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
    .filter((name) => /\.tsx?$/.test(name) && !/test|merge-classes/.test(name))
    .map((name) => readFileSync(name, 'utf8'))
}
