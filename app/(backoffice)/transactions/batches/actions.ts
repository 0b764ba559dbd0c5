'use server'

import { defineAction } from '@/lib/access/define-action'
import { changeRow } from '@/lib/batch/change-row'
import {
  discardRehearsal,
  endRunning,
  pauseRunning,
  resumeRunning,
} from '@/lib/batch/change-batch-state'
import { rehearseSelection } from '@/lib/batch/rehearse-batch'
import { rehearseAgain } from '@/lib/batch/retry-rows'
import { startRows } from '@/lib/batch/start-batch'
import { readerOf } from '@/lib/i18n/reader'
import {
  batchInput,
  changeBatchRowInput,
  rehearseBatchInput,
  retryBatchInput,
  startBatchInput,
} from './inputs'

/** Each use case asks for the permission of the batch's own kind besides the one named here. */

/** Looks up what a batch would do, and starts nothing; see `rehearseSelection`. */
export const rehearseBatch = defineAction({
  permission: 'view_transactions',
  input: rehearseBatchInput,
  run: async (context, input) => {
    const { timeZone } = await readerOf(context.settings)
    return rehearseSelection({ ...context, timeZone }, input)
  },
})

/** Changes, excludes or includes one row of a rehearsal; see `changeRow`. */
export const changeBatchRow = defineAction({
  permission: 'view_transactions',
  input: changeBatchRowInput,
  run: changeRow,
})

/** Starts a rehearsed batch; see `startRows`. */
export const startBatch = defineAction({
  permission: 'view_transactions',
  input: startBatchInput,
  run: startRows,
})

/** Begins no further row; see `pauseRunning`. */
export const pauseBatch = defineAction({
  permission: 'view_transactions',
  input: batchInput,
  run: pauseRunning,
})

/** Goes on with a batch; see `resumeRunning`. */
export const resumeBatch = defineAction({
  permission: 'view_transactions',
  input: batchInput,
  run: resumeRunning,
})

/** Withdraws every row that waits; see `endRunning`. */
export const endBatch = defineAction({
  permission: 'view_transactions',
  input: batchInput,
  run: endRunning,
})

/** Gives up a rehearsal; see `discardRehearsal`. */
export const discardBatch = defineAction({
  permission: 'view_transactions',
  input: batchInput,
  run: discardRehearsal,
})

/** Rehearses anew what may be tried again; see `rehearseAgain`. */
export const retryBatch = defineAction({
  permission: 'view_transactions',
  input: retryBatchInput,
  run: rehearseAgain,
})
