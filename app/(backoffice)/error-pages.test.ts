import { readdirSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { expect, it } from 'vitest'
import { sectionOf } from '@/components/shell/pages'
import { readingErrors } from '@/messages/en/provider-answers'

const PAGES = readdirSync('app/(backoffice)', { recursive: true, encoding: 'utf8' })
  .filter((file) => basename(file) === 'page.tsx')
  .map((file) => `/${dirname(file).replace(/\[\w+\]/g, '0197a1f0')}`)

it('error pages: each page says in words of its own that it cannot be read', () => {
  expect(PAGES).toContain('/overview')
  const sections = PAGES.map(sectionOf)
  expect(sections).not.toContain(null)
  expect(sections.toSorted()).toEqual(
    Object.keys(readingErrors)
      .filter((words) => words !== 'part')
      .toSorted(),
  )
})

it('error pages: an address without a page has no words of its own', () => {
  expect(sectionOf('/settings/nowhere')).toBeNull()
})
