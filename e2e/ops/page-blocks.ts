import { readFileSync } from 'node:fs'
import { inProject } from '@/scripts/project'

/** The blocks of code of a page of the documentation, in one language. */
export function blocksOf(page: string, language: string): readonly string[] {
  const text = readFileSync(inProject('docs', page), 'utf8')
  const fences = text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))
  return [...fences].map(([, block = '']) => block)
}

/** The one shell script of a page that begins with a comment; throws where there is none. */
export function scriptOf(page: string, comment: string): string {
  const found = blocksOf(page, 'sh').find((block) => block.startsWith(`# ${comment}\n`))
  if (found === undefined) throw new Error(`${page} has no script “${comment}”`)
  return found
}
