import type { Guard } from './model/guard'

/** The guards of what reads mean, and of what people get to see of them. */
export const READ_GUARDS: readonly Guard[] = [
  {
    name: 'author',
    title: 'take a change without a user for ours',
    changes: [
      {
        file: 'lib/domain/evidence/event-author.ts',
        find: "    if (madeBy === null) return users.size > 0 ? 'elsewhere' : 'unknown'\n",
        replace: "    if (madeBy === null) return 'us'\n",
      },
    ],
    faults: ['O3'],
    provider: 'bambora-checkout',
  },
  {
    name: 'fitted-schedule',
    title: 'let the schedule of checks outrun the settle window',
    changes: [
      {
        file: 'lib/repair/resolve-operation.ts',
        find: 'nextCheckMs: Math.min(planned, againMs ?? planned)',
        replace: 'nextCheckMs: planned * 20',
      },
    ],
    faults: ['N4', 'P1'],
  },
  {
    name: 'note-unread',
    title: 'forget what makes no sense in a list',
    changes: [
      {
        file: 'lib/sync/write-page.ts',
        find: `  await inBatches(malformed, (entry) => noteMalformed(database, { connectionId, readAt }, entry))
`,
        replace: '',
      },
    ],
    faults: ['L2'],
  },
  {
    name: 'empty-last-page',
    title: 'take an empty last page for nonsense',
    changes: [
      {
        file: 'lib/providers/oppwa/entries/read-entries.ts',
        find: 'if (values.length === 0 && list === undefined) {',
        replace: 'if (values.length === 0) {',
      },
    ],
    faults: ['L1'],
    provider: 'oppwa',
  },
  {
    name: 'limit-is-wait',
    title: 'take a limit on reads for a failed read',
    changes: [
      {
        file: 'lib/repair/resolve-operation.ts',
        find: 'if (waitMs !== undefined && !isLate) {',
        replace: 'if (waitMs === -1 && !isLate) {',
      },
    ],
    faults: ['R1'],
    provider: 'oppwa',
  },
]
