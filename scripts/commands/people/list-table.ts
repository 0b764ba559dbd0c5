import type { ListedPerson } from '@/db/queries/access/list-people'

const GAP = '  '

/** People as lines with aligned columns. */
export function listTable(people: readonly ListedPerson[]): string {
  const rows = people.map((person) => [
    person.email,
    person.name,
    person.role,
    person.disabledAt === null ? 'enabled' : 'disabled',
    person.liveSessions === 0 ? 'signed out' : `signed in (${person.liveSessions})`,
  ])
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(GAP))
    .join('\n')
}
