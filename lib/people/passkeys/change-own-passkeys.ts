import { deletePasskey, renamePasskey } from '@/db/queries/access/own-passkeys'
import { passkeyRefused } from '@/lib/access/passkeys/check-answer'
import type { OwnPasskeyNameInput, OwnPasskeyRemovalInput } from '@/lib/domain/access/person-inputs'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import { confirmPassword, type OwnContext } from '../confirm-password'
import { parseName } from '../person-rules'

/** Gives one of one's own passkeys another name. Fails with `name_malformed` or `passkey_refused`. */
export async function renameOwnPasskey(
  { database, actor, requestId }: OwnContext,
  { passkeyId, name: typedName }: OwnPasskeyNameInput,
): Promise<Result<{ name: string }>> {
  const name = parseName(typedName)
  if (name === null) return failure('name_malformed', { field: 'name' })
  const request = { requestId, reason: null, actor }
  const isThere = await renamePasskey(database, passkeyId, name, request)
  return isThere ? success({ name }) : passkeyRefused('gone')
}

/**
 * Removes one of one's own passkeys, after the current password, and ends one's sessions in other
 * browsers: one of them may have been opened by it. Fails as `confirmPassword`, or with
 * `passkey_refused` when it is gone.
 */
export async function removeOwnPasskey(
  context: OwnContext,
  { passkeyId, current }: OwnPasskeyRemovalInput,
): Promise<Result<{ sessionsEnded: number }>> {
  const confirmed = await confirmPassword(context, current)
  if (!confirmed.ok) return confirmed
  const { database, actor, requestId } = context
  const { passwordHash } = confirmed.value
  const request = { requestId, reason: null, actor }
  const sessionsEnded = await deletePasskey(database, { passkeyId, passwordHash }, request)
  return sessionsEnded === null ? passkeyRefused('gone') : success({ sessionsEnded })
}
