import { requireNode } from '../node-version'
import { projectFolder } from '../project'
import { OPERATOR_COMMANDS } from './commands'

const USAGE = `node paydesk.js <command> [options]
  the commands: ${Object.keys(OPERATOR_COMMANDS).sort().join(', ')}`

/** Runs an operator's command of a standalone build: `node paydesk.js migrate`. */
async function main(): Promise<void> {
  requireNode()
  // As npm does it, so that a path in an option means the same in both.
  process.chdir(projectFolder)
  const [name = ''] = process.argv.splice(2, 1)
  const run = Object.hasOwn(OPERATOR_COMMANDS, name) ? OPERATOR_COMMANDS[name] : undefined
  if (run === undefined) {
    console.error(name === '' ? USAGE : `There is no command ${name}.\n\n${USAGE}`)
    process.exit(1)
  }
  await run()
}

await main()
