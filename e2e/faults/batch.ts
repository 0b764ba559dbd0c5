import { parseArgs } from 'node:util'
import { exitAfterStopping, failAfterStopping, stopOnSignals } from '@/scripts/processes/shutdown'
import { ensureTestServer } from '@/scripts/testing/test-server'
import { runWithKills } from '@/testing/batch-kills/kill-run'
import { startTestMerchant } from '@/testing/merchant'

/** Of a hundred kills, those that must have hit an instance between the effect and the outcome. */
const LEAST_BETWEEN_PERCENT = 30

/**
 * Works off a batch on two instances that are killed in turn, and compares its report with the
 * provider's ledger. The last line is JSON; the exit code is 1 when a row was done twice or lost, or
 * when too few kills hit what they are for.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string', default: '1000' },
      kills: { type: 'string', default: '100' },
    },
  })
  const kills = Number(values.kills)
  const leastBetween = Math.ceil((kills * LEAST_BETWEEN_PERCENT) / 100)
  stopOnSignals({ exitCode: 130 })
  await ensureTestServer()
  const merchant = await startTestMerchant()
  const run = await runWithKills(merchant, { rows: Number(values.rows), kills, leastBetween })
  const { betweenEffectAndOutcome: between, comparison } = run
  const { rows, captured, twice, differing } = comparison
  console.log(
    `${rows} rows, ${captured} captured; ${run.kills} kills, ${between} of them between effect and outcome`,
  )
  console.log(`Twice: ${twice.length}. Differing from the ledger, or lost: ${differing.length}.`)
  for (const sentence of [...twice, ...differing]) console.log(sentence)
  console.log(JSON.stringify({ batchKills: run }))
  await merchant.stop()
  const isEnough = run.kills >= kills && between >= leastBetween
  await exitAfterStopping(isEnough && twice.length + differing.length === 0 ? 0 : 1)
}

main().catch(failAfterStopping)
