import { PEOPLE_USAGE } from './commands/people/usage'
import { runCommandLine } from './run-command-line'

/**
 * Adds, lists and changes the people who sign in. Roles, scopes and settings change by the owner of the
 * tables, or in the name of an admin.
 */
runCommandLine({
  usage: PEOPLE_USAGE,
  isByOwner: true,
  run: async (args) => {
    const { runPeopleCommand } = await import('./commands/people/commands')
    await runPeopleCommand(args)
  },
})
