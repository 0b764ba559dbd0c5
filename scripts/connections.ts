import { CONNECTIONS_USAGE } from './commands/connections/usage'
import { runCommandLine } from './run-command-line'

/**
 * Lists and changes connections. They change by the owner of the tables, or in the name of an admin: so
 * it comes to the database as the owner where there is one apart from the application.
 */
runCommandLine({
  usage: CONNECTIONS_USAGE,
  run: async (args) => {
    const { DATABASE_OWNER_URL: ownerUrl } = process.env
    if (ownerUrl) process.env.DATABASE_URL = ownerUrl
    const { runConnectionsCommand } = await import('./commands/connections/commands')
    await runConnectionsCommand(args)
  },
})
