import { z } from 'zod'
import type { ConnectionCheck } from '../port'
import { readFailure, wrongAccount } from '../shared/results'
import { findCurrencyProblem, findIdentityProblem } from './mapper'
import { PERMISSIONS_PATH, type PaymentReader } from './parts/reader'
import { listOf, transactionSchema } from './schema'

/** T for test, P for production; both on the same hosts (fact sheet §2). */
const MERCHANT_NUMBER = /^[TP]\d+$/

const newestResponse = z.object({ transactions: listOf(z.unknown()) })
/** The facts of a payment that tell whose it is, and how the account counts money. */
const ownerSchema = transactionSchema.pick({ merchantnumber: true })
const currencySchema = transactionSchema.pick({ currency: true })

/**
 * Checks that merchant number and credentials belong together, and that the payments found there
 * are this merchant's and counted by ISO 4217. What else is wrong with a payment itself is no matter of the connection.
 */
export async function checkConnection(
  reader: PaymentReader,
  merchantNumber: string,
): Promise<ConnectionCheck> {
  if (!MERCHANT_NUMBER.test(merchantNumber)) {
    return wrongAccount(
      `“${merchantNumber}” is not a merchant number: they begin with T (test) or P (production), and digits follow.`,
      'account_malformed',
    )
  }
  const permitted = await reader.get('login', PERMISSIONS_PATH)
  if (!permitted.ok) {
    if (permitted.problem !== 'unauthorized') return permitted
    const mode = merchantNumber.startsWith('T') ? 'test' : 'production'
    const message = `The provider did not accept these tokens for ${merchantNumber}, a ${mode} number (${permitted.message}).`
    return { ...permitted, message }
  }
  const list = await reader.get('merchant', '/transactions?pagesize=1')
  if (!list.ok) return list
  const newest = newestResponse.safeParse(list.value.body)
  if (!newest.success) {
    return readFailure('malformed', 'The list of payments could not be read.')
  }
  for (const transaction of newest.data.transactions) {
    const owner = ownerSchema.safeParse(transaction)
    const counted = currencySchema.safeParse(transaction)
    const problem =
      (owner.success ? findIdentityProblem(owner.data, merchantNumber) : null) ??
      (counted.success ? findCurrencyProblem(counted.data) : null)
    if (problem !== null) return wrongAccount(`The newest payment: ${problem}.`, 'foreign_payments')
  }
  return { ok: true }
}
