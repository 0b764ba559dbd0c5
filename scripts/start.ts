import { createServer, type Server } from 'node:http'
import { parseEnv } from '@/lib/config/env'
import { reachableHost } from '@/lib/config/local-address'
import { log } from '@/lib/observability/log'
import { beginStopping, untilNothingUnderWay } from '@/lib/observability/stopping'
import { actionKeyOf } from './application/build-environment'
import { createClosing } from './application/close-server'
import { endOnSignals } from './application/end-on-signals'
import { loadEnvFile } from './application/env-file'
import { requireNode } from './node-version'
import { failAfterStopping, stopBeforeExit } from './processes/shutdown'
import { inProject, projectFolder } from './project'

/** From the signal to the end of requests under way: the longest send, 30 s, and what it writes. */
const REQUESTS_END_MS = 32_000

/**
 * Runs the production build in this one process, so that ending it ends everything. Nothing is
 * listened on before the environment is known to be complete, the database not to be of an older
 * version, the keys not to be wrong, and the application is ready.
 */
async function start(): Promise<void> {
  requireNode()
  loadEnvFile(inProject('.env'))
  const settings = parseEnv(process.env)
  const { HOST: host, PORT: port, DATABASE_URL: databaseUrl } = settings
  const origin = `http://${reachableHost(host)}:${port}`
  // Next reads the page that an action leads to from there; else it would trust the Host header.
  Object.assign(process.env, {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionKeyOf(settings.NEXTAUTH_SECRET),
    __NEXT_PRIVATE_ORIGIN: origin,
  })
  // Loaded once the environment is: it reads the bounds, and a malformed one ends the start in words.
  const { guardOwnServer } = await import('@/lib/edge/guard-application')
  const { refuseOlderDatabase } = await import('@/db/migrate')
  const { proveDatabaseAtStart } = await import('./application/prove-database')
  const { refuseWrongKeys } = await import('./application/check-keys')
  await refuseOlderDatabase(databaseUrl)
  await proveDatabaseAtStart(databaseUrl)
  await refuseWrongKeys(databaseUrl)
  const server = await createApplication(port)
  guardOwnServer(server)
  closeBeforeExit(server, settings.PAYDESK_DRAIN_SECONDS * 1_000)
  await listen(server, host, port)
  console.log(`Paydesk listens on ${host}, port ${port}.`)
}

async function createApplication(port: number): Promise<Server> {
  const { default: next } = await import('next')
  // Next takes upgrades of the server that it is given, and keeps their sockets open: this one never listens.
  const httpServer = createServer()
  const application = next({
    dir: projectFolder,
    dev: false,
    hostname: 'localhost',
    port,
    httpServer,
  })
  await application.prepare()
  stopBeforeExit(() => application.close())
  const handle = application.getRequestHandler()
  return createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      log().error({ err: error }, 'a request failed')
      if (!response.headersSent) response.statusCode = 500
      response.end()
    })
  })
}

/** Not ready at once, closed to all a little later, ended when what is under way has ended. */
function closeBeforeExit(server: Server, answerMs: number): void {
  const close = createClosing(server)
  stopBeforeExit(() => {
    beginStopping()
    const limitMs = REQUESTS_END_MS - answerMs
    return close({ answerMs, limitMs, untilWorkEnded: untilNothingUnderWay })
  })
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', ({ code, message }: NodeJS.ErrnoException) => {
      const isBusy = code === 'EADDRINUSE'
      const busy = `Port ${port} is in use by another program. Set PORT to a free one.`
      reject(new Error(isBusy ? busy : `HOST ${host} cannot be listened on: ${message}`))
    })
    server.listen(port, host, resolve)
  })
}

endOnSignals()
start().catch(failAfterStopping)
