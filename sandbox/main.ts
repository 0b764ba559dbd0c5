import { LedgerError } from './ledger/journal'
import { OptionsError, readOptions } from './options'
import { startSandbox } from './server'

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env)
  const sandbox = await startSandbox(options)
  for (const notice of sandbox.notices) console.error(notice)
  const place = options.dataDir ?? 'memory only'
  console.log(`Sandbox of the payment providers on ${sandbox.url}, ledger: ${place}`)
  console.log(JSON.stringify({ sandbox: 'listening', url: sandbox.url }))
  const stop = (): void => {
    sandbox.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    )
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

/** Prints the problem in one sentence and ends the process. */
function fail(error: unknown): never {
  console.error(sentenceOf(error))
  process.exit(1)
}

function sentenceOf(error: unknown): string {
  if (error instanceof LedgerError || error instanceof OptionsError) return error.message
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return 'The port is taken by another program; choose one with --port.'
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return 'The --host is no address of this machine.'
  return `The sandbox cannot run: ${message}`
}

main().catch(fail)
