'use server'

import { defineAction } from '@/lib/access/define-action'
import { decideReview } from '@/lib/operations/decide-review'
import { decideInput } from './inputs'

/** Writes down what a person says happened; see `decideReview`. */
export const decideOperation = defineAction({
  permission: 'decide_review',
  input: decideInput,
  run: decideReview,
})
