import type { MutatedFile } from '../mutant'

/** What the start proves of its database. */
export const START_PROOF: readonly MutatedFile[] = [
  {
    file: 'db/prove-database.ts',
    tests: ['db/prove-database.integration.test.ts'],
    mutants: [
      {
        effect: 'a trigger that is switched off passes',
        find: "tgenabled in ('O', 'A')",
        replace: 'true',
      },
      {
        effect: 'a session without triggers passes',
        find: "if (row?.role === 'replica')",
        replace: 'if (false as boolean)',
      },
      {
        effect: 'the proof leaves its entry in the trail',
        find: "'PD000' else 'PD001' end",
        replace: "'PD000' else 'PD002' end",
      },
      {
        effect: 'a trigger that was emptied passes',
        find: "prosrc ilike '%raise exception%' or tgname = 'audit_entries_chain'",
        replace: 'true',
      },
      {
        effect: 'a trigger that refuses nothing passes',
        find: '    await proveRefusal(session)\n',
        replace: '',
      },
      {
        effect: 'a lock that excludes no other session passes',
        find: 'if (steps.includes(false)) throw new UnfitDatabaseError(NO_SESSION_LOCK)',
        replace: '',
      },
      {
        effect: 'a server that skips no locked rows passes',
        find: 'if (seen.length > 0) throw new UnfitDatabaseError(NO_SKIPPED_LOCKS)',
        replace: '',
      },
      {
        effect: 'the proof leaves its row among the counted tries',
        find: 'delete from sign_in_throttles where key = ${key}',
        replace: 'delete from sign_in_throttles where key = ${randomUUID()}',
      },
    ],
  },
  {
    file: 'scripts/start.ts',
    tests: ['scripts/unfit-database.integration.test.ts'],
    mutants: [
      {
        effect: 'an unfit database is started on',
        find: '  await proveDatabaseAtStart(databaseUrl)\n',
        replace: '',
      },
    ],
  },
]
