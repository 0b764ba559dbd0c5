import { vi } from 'vitest'

/**
 * Runs before each test file. Test files share their worker's process, which saves loading every
 * package again; each still begins with the environment of the run, with modules of its own, and
 * without the pool and the clients of the file before.
 */
const shared = globalThis as typeof globalThis & {
  startEnvironment?: NodeJS.ProcessEnv
  paydeskDatabase?: unknown
  paydeskClients?: unknown
}

const start = (shared.startEnvironment ??= { ...process.env })
for (const name of Object.keys(process.env))
  if (!(name in start)) Reflect.deleteProperty(process.env, name)
Object.assign(process.env, start)
delete shared.paydeskDatabase
delete shared.paydeskClients
vi.resetModules()
// Modules of each file listen for the end of the process, to end what they have started.
process.setMaxListeners(0)
