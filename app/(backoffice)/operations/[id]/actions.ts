'use server'

import { defineAction } from '@/lib/access/define-action'
import { decideReview } from '@/lib/operations/decide-review'
import { decideInput } from './inputs'

const decide = defineAction({
  permission: 'decide_review',
  input: decideInput,
  run: decideReview,
})

/** Writes down what a person says happened; see `decideReview`. */
export async function decideOperation(input: unknown) {
  return decide(input)
}
