import { database } from '@/db/client'
import { runBatchLoop } from '@/lib/jobs/batch-loop'
import { runRepairLoop } from '@/lib/jobs/repair-loop'

/** An instance as far as batches need one: their rows and repair, until it is killed. */
async function main(): Promise<void> {
  const { signal } = new AbortController()
  // What waits between two rounds keeps no process alive.
  setInterval(() => undefined, 60_000)
  console.log('ready')
  await Promise.all([runBatchLoop(database(), signal), runRepairLoop(database(), signal)])
}

await main()
