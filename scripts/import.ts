import { IMPORT_USAGE } from './commands/import-usage'
import { runCommandLine } from './run-command-line'

/** Imports transactions from the providers. */
runCommandLine({
  usage: IMPORT_USAGE,
  run: async (args) => {
    const { importTransactions } = await import('./commands/import')
    await importTransactions(args)
  },
})
