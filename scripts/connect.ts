import { runCommandLine } from './run-command-line'

/** Connects a merchant account, or replaces its secret. */
runCommandLine({
  isByOwner: true,
  run: async (args) => {
    const { connect } = await import('./commands/connect')
    await connect(args)
  },
})
