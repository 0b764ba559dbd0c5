'use server'

import { z } from 'zod'
import { defineAction } from '@/lib/access/define-action'
import { capturePayment } from '@/lib/operations/capture-payment'
import { changeOrderItems } from '@/lib/operations/change-order-items'
import { extendAuthorization } from '@/lib/operations/extend-authorization'
import { chargeAgain, confirmReceipt, payOut } from '@/lib/operations/free-amount'
import { refundPayment } from '@/lib/operations/refund-payment'
import { voidPayment } from '@/lib/operations/void-payment'
import { writeNote } from '@/lib/operations/write-note'
import { checkNow } from '@/lib/repair/check-now'
import {
  captureInput,
  changeItemsInput,
  extendInput,
  freeAmountInput,
  noteInput,
  refundInput,
  voidInput,
} from './inputs'

const capture = defineAction({
  permission: 'operate:capture',
  input: captureInput,
  run: capturePayment,
})

const refund = defineAction({
  permission: 'operate:refund',
  input: refundInput,
  run: refundPayment,
})

const release = defineAction({
  permission: 'operate:void',
  input: voidInput,
  run: voidPayment,
})

const changeItems = defineAction({
  permission: 'operate:update_authorization',
  input: changeItemsInput,
  run: changeOrderItems,
})

const extend = defineAction({
  permission: 'operate:extend_authorization',
  input: extendInput,
  run: extendAuthorization,
})

const charge = defineAction({
  permission: 'operate:charge_again',
  input: freeAmountInput,
  run: chargeAgain,
})

const pay = defineAction({
  permission: 'operate:pay_out',
  input: freeAmountInput,
  run: payOut,
})

const receive = defineAction({
  permission: 'operate:confirm_receipt',
  input: freeAmountInput,
  run: confirmReceipt,
})

const check = defineAction({
  permission: 'check_operation',
  input: z.strictObject({ operationId: z.uuid() }),
  run: checkNow,
})

const note = defineAction({
  permission: 'write_note',
  input: noteInput,
  run: writeNote,
})

/** Captures everything that is left, an amount, or lines; see `capturePayment`. */
export async function captureTransaction(input: unknown) {
  return capture(input)
}

/** Refunds everything, an amount, or lines; see `refundPayment`. */
export async function refundTransaction(input: unknown) {
  return refund(input)
}

/** Releases what is held; see `voidPayment`. */
export async function voidTransaction(input: unknown) {
  return release(input)
}

/** Adds and changes order items; see `changeOrderItems`. */
export async function changeTransactionItems(input: unknown) {
  return changeItems(input)
}

/** Extends the time for capturing; see `extendAuthorization`. */
export async function extendTransaction(input: unknown) {
  return extend(input)
}

/** Charges the customer behind a debit once more; see `chargeAgain`. */
export async function chargeTransactionAgain(input: unknown) {
  return charge(input)
}

/** Pays to the stored card; see `payOut`. */
export async function payOutTransaction(input: unknown) {
  return pay(input)
}

/** Books money that arrived by bank transfer; see `confirmReceipt`. */
export async function confirmTransactionReceipt(input: unknown) {
  return receive(input)
}

/** Looks at the provider now; see `checkNow`. */
export async function checkOperation(input: unknown) {
  return check(input)
}

/** Keeps a note about the payment; see `writeNote`. */
export async function writeTransactionNote(input: unknown) {
  return note(input)
}
