import { runCommandLine } from './run-command-line'

/** Connects a merchant account, or replaces its secret. */
runCommandLine({
  run: async (args) => {
    const { connect } = await import('./commands/connect')
    await connect(args)
  },
})
