/** The operator's commands, by the name they have in `package.json`. Each runs when it is loaded. */
export const OPERATOR_COMMANDS: Readonly<Record<string, () => Promise<unknown>>> = {
  'audit:verify': () => import('../audit-verify'),
  connect: () => import('../connect'),
  import: () => import('../import'),
  migrate: () => import('../migrate'),
  people: () => import('../people'),
  reseal: () => import('../reseal'),
  status: () => import('../status'),
  tallies: () => import('../tallies'),
}
