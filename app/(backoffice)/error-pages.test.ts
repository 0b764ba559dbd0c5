import { readdirSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { expect, it } from 'vitest'

it('error pages: each page says in words of its own that it cannot be read', () => {
  const files = readdirSync('app/(backoffice)', { recursive: true, encoding: 'utf8' })
  const foldersOf = (name: string) =>
    files
      .filter((file) => basename(file) === name)
      .map((file) => dirname(file))
      .toSorted()
  expect(foldersOf('page.tsx')).toContain('overview')
  expect(foldersOf('error.tsx')).toEqual(foldersOf('page.tsx'))
})
