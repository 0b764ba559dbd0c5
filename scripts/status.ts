import { runCommandLine } from './run-command-line'

/** Prints the figures by which one sees that work is left behind. */
runCommandLine({
  usage: `npm run status
  the figures of the database, and what is overdue
npm run status -- --json
  the same as JSON`,
  misuseCode: 2,
  run: async (args) => {
    const { printStatus } = await import('./commands/status')
    await printStatus(args)
  },
})
