import { runCommandLine } from './run-command-line'

/** Verifies the audit trail. */
runCommandLine({
  run: async (args) => {
    const { verifyAudit } = await import('./commands/audit-verify')
    await verifyAudit(args)
  },
})
