import { runCommandLine } from './run-command-line'

/** Seals every secret in the database with the current key. */
runCommandLine({
  run: async (args) => {
    const { reseal } = await import('./commands/reseal')
    await reseal(args)
  },
})
