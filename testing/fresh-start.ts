import { vi } from 'vitest'

/**
 * Runs before each test file. Test files share their worker's process, which saves loading every
 * package again; each still begins with the environment of the run, with modules of its own, and
 * without what the file before shared through `globalThis`.
 */
const shared = globalThis as typeof globalThis & {
  startEnvironment?: NodeJS.ProcessEnv
  paydeskDatabase?: unknown
  paydeskClients?: unknown
  paydeskJobRounds?: unknown
  paydeskMetrics?: unknown
  paydeskRequests?: unknown
  paydeskEnding?: unknown
}

const start = (shared.startEnvironment ??= { ...process.env })
for (const name of Object.keys(process.env))
  if (!(name in start)) Reflect.deleteProperty(process.env, name)
Object.assign(process.env, start)
delete shared.paydeskDatabase
delete shared.paydeskClients
delete shared.paydeskJobRounds
delete shared.paydeskMetrics
delete shared.paydeskRequests
delete shared.paydeskEnding
vi.resetModules()
// Modules of each file listen for the end of the process, to end what they have started.
process.setMaxListeners(0)
