import { CONNECTIONS_USAGE } from './commands/connections/usage'
import { runCommandLine } from './run-command-line'

/** Lists and changes connections. They change by the owner of the tables, or in the name of an admin. */
runCommandLine({
  usage: CONNECTIONS_USAGE,
  isByOwner: true,
  run: async (args) => {
    const { runConnectionsCommand } = await import('./commands/connections/commands')
    await runConnectionsCommand(args)
  },
})
