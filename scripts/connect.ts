import { runCommandLine } from './run-command-line'

/**
 * Connects a merchant account, or replaces its secret; by the owner of the tables where there is one
 * apart from the application.
 */
runCommandLine({
  run: async (args) => {
    const { DATABASE_OWNER_URL: ownerUrl } = process.env
    if (ownerUrl) process.env.DATABASE_URL = ownerUrl
    const { connect } = await import('./commands/connect')
    await connect(args)
  },
})
