import { readdirSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { expect, it } from 'vitest'

it('every page that cannot be read says so in words of its own', () => {
  const files = readdirSync('app/(backoffice)', { recursive: true, encoding: 'utf8' })
  const foldersOf = (name: string) =>
    files
      .filter((file) => basename(file) === name)
      .map((file) => dirname(file))
      .toSorted()
  expect(foldersOf('page.tsx')).toContain('overview')
  expect(foldersOf('error.tsx')).toEqual(foldersOf('page.tsx'))
})
