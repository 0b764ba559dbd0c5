import { z } from 'zod'

/** Text that is only shown: a wrong type is treated as absent, never as a reason to refuse. */
export const shownText = z.string().optional().catch(undefined)

/** A currency's code of ISO 4217. */
export const currencyCode = z.string().regex(/^[A-Z]{3}$/)

/** A time with its zone; without one it could be any. */
export const zonedTime = z.iso.datetime({ offset: true })

/** The first thing that is wrong with an entry, with its place. */
export function describeFirstIssue({ issues: [issue] }: z.ZodError): string {
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`
}

/** The id of an entry that could not be read; null when it has none. */
export function idOf(entry: unknown): string | null {
  if (typeof entry !== 'object' || entry === null || !('id' in entry)) return null
  return typeof entry.id === 'string' ? entry.id : null
}
