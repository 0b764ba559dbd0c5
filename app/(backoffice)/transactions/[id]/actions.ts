'use server'

import { defineAction } from '@/lib/access/define-action'
import { capturePayment } from '@/lib/operations/capture-payment'
import { changeOrderItems } from '@/lib/operations/change-order-items'
import { chargeAgain, confirmReceipt, payOut } from '@/lib/operations/free-amount'
import { extendAuthorization } from '@/lib/operations/extend-authorization'
import { keepHeldRest } from '@/lib/operations/keep-rest'
import { refundPayment } from '@/lib/operations/refund-payment'
import { tagPayment, untagPayment } from '@/lib/operations/tag-payment'
import { voidPayment } from '@/lib/operations/void-payment'
import { writeNote } from '@/lib/operations/write-note'
import { checkNow } from '@/lib/repair/check-now'
import {
  captureInput,
  changeItemsInput,
  checkInput,
  extendInput,
  freeAmountInput,
  keepRestInput,
  noteInput,
  refundInput,
  tagInput,
  voidInput,
} from './inputs'

/** Captures everything that is left, an amount, or lines; see `capturePayment`. */
export const captureTransaction = defineAction({
  permission: 'operate:capture',
  input: captureInput,
  run: capturePayment,
})

/** Refunds everything, an amount, or lines; see `refundPayment`. */
export const refundTransaction = defineAction({
  permission: 'operate:refund',
  input: refundInput,
  run: refundPayment,
})

/** Releases what is held; see `voidPayment`. */
export const voidTransaction = defineAction({
  permission: 'operate:void',
  input: voidInput,
  run: voidPayment,
})

/** Adds and changes order items; see `changeOrderItems`. */
export const changeTransactionItems = defineAction({
  permission: 'operate:update_authorization',
  input: changeItemsInput,
  run: changeOrderItems,
})

/** Extends the time for capturing; see `extendAuthorization`. */
export const extendTransaction = defineAction({
  permission: 'operate:extend_authorization',
  input: extendInput,
  run: extendAuthorization,
})

/** Charges the customer behind a debit once more; see `chargeAgain`. */
export const chargeTransactionAgain = defineAction({
  permission: 'operate:charge_again',
  input: freeAmountInput,
  run: chargeAgain,
})

/** Pays to the stored card; see `payOut`. */
export const payOutTransaction = defineAction({
  permission: 'operate:pay_out',
  input: freeAmountInput,
  run: payOut,
})

/** Books money that arrived by bank transfer; see `confirmReceipt`. */
export const confirmTransactionReceipt = defineAction({
  permission: 'operate:confirm_receipt',
  input: freeAmountInput,
  run: confirmReceipt,
})

/** Checks the provider now; see `checkNow`. */
export const checkOperation = defineAction({
  permission: 'check_operation',
  input: checkInput,
  run: checkNow,
})

/** Keeps the rest on hold, to be shipped later; see `keepHeldRest`. */
export const keepTransactionRest = defineAction({
  permission: 'operate:capture',
  input: keepRestInput,
  run: keepHeldRest,
})

/** Puts a tag on the payment; see `tagPayment`. */
export const tagTransaction = defineAction({
  permission: 'tag_payment',
  input: tagInput,
  run: tagPayment,
})

/** Takes a tag off the payment. */
export const untagTransaction = defineAction({
  permission: 'tag_payment',
  input: tagInput,
  run: untagPayment,
})

/** Keeps a note about the payment; see `writeNote`. */
export const writeTransactionNote = defineAction({
  permission: 'write_note',
  input: noteInput,
  run: writeNote,
})
