import { runCommandLine } from './run-command-line'

/** Brings the database to the newest version. */
runCommandLine({
  run: async (args) => {
    const { migrate } = await import('./commands/migrate')
    await migrate(args)
  },
})
