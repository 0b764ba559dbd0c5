import { createServer, type Server } from 'node:http'
import { parseEnv } from '@/lib/config/env'
import { reachableHost } from '@/lib/config/local-address'
import { log } from '@/lib/observability/log'
import { closeServer } from './application/close-server'
import { loadEnvFile } from './application/env-file'
import { requireNode } from './node-version'
import {
  exitAfterStopping,
  failAfterStopping,
  onParentGone,
  stopBeforeExit,
} from './processes/shutdown'
import { inProject, projectFolder } from './project'

/** Time in which requests under way must end; patient supervisors kill after 30 seconds. */
const STOP_LIMIT_MS = 25_000

/**
 * Runs the production build in this one process, so that ending it ends everything. Nothing is
 * listened on before the environment is known to be complete, the database not to be of an older
 * version, the keys not to be wrong, and the application is ready.
 */
async function start(): Promise<void> {
  requireNode()
  loadEnvFile(inProject('.env'))
  const { HOST: host, PORT: port, DATABASE_URL: databaseUrl } = parseEnv(process.env)
  const origin = `http://${reachableHost(host)}:${port}`
  // Next reads the page that an action leads to from there; else it would trust the Host header.
  Object.assign(process.env, { NODE_ENV: 'production', __NEXT_PRIVATE_ORIGIN: origin })
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
  stopBeforeExit(() => closeServer(server, STOP_LIMIT_MS))
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

const stop = () => void exitAfterStopping(0)
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
// A supervisor's own child may outlive the shell that started it; what npm runs must not outlive
// npm.
if (process.env.npm_lifecycle_event !== undefined) onParentGone(stop)
start().catch(failAfterStopping)
