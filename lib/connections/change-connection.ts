import { TEXT_LIMITS } from '@/lib/config/browser-limits'
import type { Result } from '@/lib/domain/operation/result'
import type { ChangedConnectionView } from '@/lib/domain/provider/connection-change'
import {
  findChangeable,
  unchanged,
  writeChange,
  type ConnectionChangeContext,
} from './change-context'
import { parseConnectionName } from './typed-connection'

/** Gives a connection another name. Payments, address for webhooks and secret stay. */
export async function renameConnection(
  context: ConnectionChangeContext,
  typed: string,
): Promise<Result<ChangedConnectionView>> {
  const name = parseConnectionName(typed)
  if (name === null) return unchanged('name_malformed', String(TEXT_LIMITS.connectionName))
  const found = await findChangeable(context)
  return found.ok ? writeChange(context, { kind: 'name', name }) : found
}

/**
 * Disables a connection, or enables it again. Disabled, it begins no operation, and neither is its list
 * read nor anything imported; open operations are still settled.
 */
export async function setConnectionState(
  context: ConnectionChangeContext,
  isEnabled: boolean,
): Promise<Result<ChangedConnectionView>> {
  const found = await findChangeable(context)
  return found.ok ? writeChange(context, { kind: 'state', isEnabled }) : found
}

/**
 * Removes a connection that has no open operation: without a payment it is gone, else it is closed
 * for good. Its secret is destroyed; its payments, their history and its accounts stay with it.
 */
export async function removeConnection(
  context: ConnectionChangeContext,
  typedName: string,
): Promise<Result<{ readonly isGone: boolean }>> {
  const found = await findChangeable(context)
  return found.ok ? writeChange(context, { kind: 'removal', typedName: typedName.trim() }) : found
}
