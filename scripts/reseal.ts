import { runCommandLine } from './run-command-line'

/** Seals every secret in the database with the current key; that of single sign-on is the owner's to write. */
runCommandLine({
  isByOwner: true,
  run: async (args) => {
    const { reseal } = await import('./commands/reseal')
    await reseal(args)
  },
})
