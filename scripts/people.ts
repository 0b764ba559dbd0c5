import { PEOPLE_USAGE } from './commands/people/usage'
import { runCommandLine } from './run-command-line'

/**
 * Adds, lists and changes the people who sign in. Roles, scopes and settings change by the owner of the
 * tables, or in the name of an admin: so it comes to the database as the owner where there is one apart
 * from the application.
 */
runCommandLine({
  usage: PEOPLE_USAGE,
  run: async (args) => {
    const { readSecrets } = await import('@/lib/config/env')
    const { DATABASE_OWNER_URL: ownerUrl } = readSecrets(['DATABASE_OWNER_URL'])
    if (ownerUrl) {
      process.env.DATABASE_URL = ownerUrl
      process.env.DATABASE_URL_FILE = ''
    }
    const { runPeopleCommand } = await import('./commands/people/commands')
    await runPeopleCommand(args)
  },
})
