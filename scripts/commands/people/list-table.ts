import type { ConnectionName, PersonView } from '@/lib/domain/access/person'

const GAP = '  '

const STATES = { active: 'enabled', invited: 'invited', disabled: 'disabled' } as const

/** People as lines with aligned columns. */
export function listTable(
  people: readonly PersonView[],
  connections: readonly ConnectionName[],
): string {
  const rows = people.map((person) => [
    person.email,
    person.name,
    person.role,
    STATES[person.state],
    person.signsInByProvider ? 'single sign-on' : person.hasApp ? 'app' : 'no second factor',
    person.liveSessions === 0 ? 'signed out' : `signed in (${person.liveSessions})`,
    scopeText(person.scope, connections),
  ])
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(GAP))
    .join('\n')
}

function scopeText(scope: PersonView['scope'], connections: readonly ConnectionName[]): string {
  if (scope === 'all') return 'all connections'
  const named = connections.filter(({ id }) => scope.includes(id))
  return named.map(({ name }) => name).join(', ')
}
