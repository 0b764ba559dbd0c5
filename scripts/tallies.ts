import { runCommandLine } from './run-command-line'

/** Compares the counts of the list with a full count. */
runCommandLine({
  run: async (args) => {
    const { compareTallies } = await import('./commands/tallies')
    await compareTallies(args)
  },
})
