import Fastify, { type FastifyInstance } from 'fastify'
import { CallLog } from './calls/call-log'
import { Clock } from './clock'
import { mountControl } from './control/routes'
import { createBamboraCheckoutProvider } from './bambora-checkout/provider'
import { createNativeProvider } from './bambora-native/provider'
import { createDinteroProvider } from './dintero/provider'
import { FaultQueue } from './faults/fault-queue'
import { openLedger, type OpenLedger } from './ledger/open-ledger'
import { createOppwaProvider } from './oppwa/provider'
import { DEFAULT_OPTIONS, type SandboxOptions } from './options'
import type { Provider, Runtime } from './provider'

const BODY_LIMIT_BYTES = 8 * 1024 * 1024
/** Bambora Native addresses a payment by up to 2000 characters of any script. */
const PARAM_LENGTH = 20_000

/** A running sandbox. */
export interface Sandbox {
  /** Its address, without a slash at the end. */
  readonly url: string
  /** Remarks about the ledger, for a person. */
  readonly notices: readonly string[]
  /** Stops listening and closes the ledger. */
  close(): Promise<void>
}

/**
 * Starts a sandbox in this process. Throws LedgerError when the ledger cannot be used, and the
 * socket's own error when it cannot listen.
 */
export async function startSandbox(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const { port, host, dataDir, seed, anchor } = { ...DEFAULT_OPTIONS, ...options }
  const opened = openLedger(dataDir, anchor, seed)
  const clock = new Clock()
  const app = Fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: PARAM_LENGTH },
  })
  const close = async (): Promise<void> => {
    clock.stop()
    await app.close()
    opened.close()
  }
  try {
    await assemble(app, opened, clock)
    const url = await app.listen({ port, host })
    return { url, notices: noticesOf(opened), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function assemble(app: FastifyInstance, opened: OpenLedger, clock: Clock): Promise<void> {
  const { ledger } = opened
  const faults = new FaultQueue()
  const calls = new CallLog(() => clock.now())
  const runtime: Runtime = { clock, ledger, faults, calls }
  const providers: Provider[] = [
    createDinteroProvider(runtime),
    createBamboraCheckoutProvider(runtime),
    createNativeProvider(runtime),
    createOppwaProvider(runtime),
  ]
  for (const provider of providers) {
    await app.register(
      (scope, _options, done) => {
        provider.mountProtocol(scope)
        done()
      },
      { prefix: `/${provider.name}` },
    )
  }
  await app.register(
    (scope, _options, done) => {
      mountControl(scope, runtime, providers)
      done()
    },
    { prefix: '/control' },
  )
  const known = ledger.replay()
  for (const provider of providers) if (!known.has(provider.name)) provider.setUp()
  for (const provider of providers) provider.resume()
}

function noticesOf({ tornBytes }: OpenLedger): string[] {
  if (tornBytes === 0) return []
  return [`The last line of the ledger was incomplete; ${tornBytes} bytes were cut off.`]
}
