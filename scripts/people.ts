import { PEOPLE_USAGE } from './commands/people/usage'
import { runCommandLine } from './run-command-line'

/** Adds, lists and changes the people who sign in. */
runCommandLine({
  usage: PEOPLE_USAGE,
  run: async (args) => {
    const { runPeopleCommand } = await import('./commands/people/commands')
    await runPeopleCommand(args)
  },
})
