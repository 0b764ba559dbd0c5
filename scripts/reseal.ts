import { runCommandLine } from './run-command-line'

/**
 * Seals every secret in the database with the current key. That of single sign-on is the owner's to
 * write: so it comes to the database as the owner where there is one apart from the application.
 */
runCommandLine({
  run: async (args) => {
    const { DATABASE_OWNER_URL: ownerUrl } = process.env
    if (ownerUrl) process.env.DATABASE_URL = ownerUrl
    const { reseal } = await import('./commands/reseal')
    await reseal(args)
  },
})
