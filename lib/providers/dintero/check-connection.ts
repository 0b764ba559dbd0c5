import type { ConnectionCheck, ReadFailure } from '../port'
import { wrongAccount } from '../shared/results'

/** T for test, P for production, on the same host; each has API clients of its own (§2). */
const ACCOUNT = /^[TP]\d{8}$/

/**
 * Checks that account and credentials belong together; `readList` reads one payment of the account.
 */
export async function checkConnection(
  accountId: string,
  readList: () => Promise<{ readonly ok: true } | ReadFailure>,
): Promise<ConnectionCheck> {
  if (!ACCOUNT.test(accountId)) {
    return wrongAccount(
      `“${accountId}” is not an account: they begin with T (test) or P (production), and eight digits follow.`,
      'account_malformed',
    )
  }
  const read = await readList()
  if (read.ok) return { ok: true }
  if (read.problem !== 'unauthorized' || read.cause !== undefined) return read
  const mode = accountId.startsWith('T') ? 'test' : 'production'
  const hint = `${accountId} is a ${mode} account, and every account has credentials of its own.`
  return { ...read, message: `${read.message} ${hint}` }
}
