import { runCommandLine } from './run-command-line'

/** Imports transactions from the providers. */
runCommandLine({
  run: async (args) => {
    const { importTransactions } = await import('./commands/import')
    await importTransactions(args)
  },
})
