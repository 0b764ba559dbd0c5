import { PEOPLE_USAGE } from './people/usage'
import { runCommandLine } from './run-command-line'

/** Adds, lists and changes the people who sign in. */
await runCommandLine({
  usage: PEOPLE_USAGE,
  run: async (args) => {
    const { runPeopleCommand } = await import('./people/commands')
    await runPeopleCommand(args)
  },
})
