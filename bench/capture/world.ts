import { appEnvironment, randomSecret } from '@/scripts/application/environment'
import { startApplication } from '@/scripts/application/start-application'
import { ensureBuilt } from '@/scripts/application/build'
import { migrateDatabase, seedDemoData, type SignIn } from '@/scripts/demo-data'
import { anyFreePort } from '@/scripts/ports'
import type { Child } from '@/scripts/processes/child'
import { step } from '@/scripts/progress'
import { inProject } from '@/scripts/project'
import { startSandbox } from '@/scripts/sandbox'
import { SandboxControl } from '@/testing/sandbox-control'
import { startBenchServer, type BenchServer } from '../support/database-server'
import { profilingVariables } from '../support/profiling'
import { actionLayer, SignedInPeople } from './action-layer'
import type { Layer } from './layer'
import { Payments } from './payments'
import { startWorkerLayer } from './worker-layer'

export interface World {
  readonly server: BenchServer
  readonly control: SandboxControl
  readonly payments: Payments
  readonly databasePid: number | null
  readonly sandboxPid: number
  readonly people: SignedInPeople
  /** The application and the use case: the processes that are profiled. */
  readonly profiled: readonly Child[]
  /** In the order `action`, `useCase`, `baseline`. */
  readonly layers: readonly Layer[]
}

export interface WorldOptions {
  readonly payments: number
  readonly people: number
  readonly profileFolder: string | undefined
}

const logFile = (name: string) => inProject('.cache', 'bench', `${name}.log`)

/** Starts the parts of the measurement: database, sandbox, application and the two other layers. */
export async function startWorld(options: WorldOptions): Promise<World> {
  await step('Production build', () => ensureBuilt())
  const server = await step('Durable database', startBenchServer)
  const sandbox = await startSandbox({
    port: 0,
    extraArgs: ['--seed', 'off'],
    logFile: logFile('sandbox'),
  })
  const control = new SandboxControl(sandbox.url)
  const port = await anyFreePort()
  const shared = {
    databaseUrl: server.url,
    encryptionKey: randomSecret(),
    sandboxUrl: sandbox.url,
  }
  const environment = appEnvironment({
    ...shared,
    port,
    authSecret: randomSecret(),
    logLevel: 'warn',
  })
  Object.assign(process.env, environment, { NODE_ENV: 'production' })
  await migrateDatabase(server.url, server.url)
  const staff = staffOf(await seedDemoData({ ...shared, ownerUrl: server.url }))
  const payments = await step(`${options.payments} authorized payments`, () =>
    Payments.make(server.url, control, options.payments),
  )
  const profiling = options.profileFolder ? profilingVariables(options.profileFolder) : {}
  const application = await step('Application', () =>
    startApplication({
      environment: { ...environment, ...profiling },
      logFile: logFile('application'),
    }),
  )
  const url = `http://localhost:${port}`
  const people = await SignedInPeople.signIn(url, options.people, staff)
  const useCase = await startWorkerLayer('useCase', profiling)
  const baseline = await startWorkerLayer('baseline', {})
  const layers = [actionLayer(people, application.pid), useCase.layer, baseline.layer]
  return {
    server,
    control,
    payments,
    people,
    layers,
    databasePid: server.pid,
    sandboxPid: sandbox.child.pid,
    profiled: [application, useCase.child],
  }
}

function staffOf(signIns: readonly SignIn[]): SignIn {
  const staff = signIns.find(({ role }) => role === 'staff')
  if (staff === undefined) throw new Error('the demo has no staff')
  return staff
}
