'use server'

import type { ActionContext } from '@/lib/access/action-core'
import { defineAction } from '@/lib/access/define-action'
import {
  removeConnection,
  renameConnection,
  setConnectionState,
} from '@/lib/connections/change-connection'
import { testNow } from '@/lib/connections/check-connection'
import { changeSettings, replaceSecret } from '@/lib/connections/replace-secret'
import type { SeenConnectionInput } from '@/lib/domain/provider/connection-change'
import { connectionInput } from '../inputs'
import { nameInput, removalInput, secretInput, settingsInput, stateInput } from './inputs'

const permission = 'manage_connections'
const stepUp = () => ({ kind: 'connections' }) as const
const event = () => ({ event: 'connection_change' }) as const

function contextOf(
  { database, actor, requestId }: ActionContext,
  { connectionId, seen }: SeenConnectionInput,
) {
  return { database, connectionId, seen, request: { requestId, reason: null, actor } }
}

/** Gives a connection another name; see `renameConnection`. */
export const changeConnectionName = defineAction({
  permission,
  stepUp,
  input: nameInput,
  event,
  run: (context, input) => renameConnection(contextOf(context, input), input.name),
})

/** Disables a connection, or enables it again; see `setConnectionState`. */
export const setConnectionEnabled = defineAction({
  permission,
  stepUp,
  input: stateInput,
  event,
  run: (context, input) => setConnectionState(contextOf(context, input), input.isEnabled),
})

/** Replaces fields of a connection's secret; see `replaceSecret`. */
export const replaceConnectionSecret = defineAction({
  permission,
  stepUp,
  input: secretInput,
  event,
  run: (context, input) => replaceSecret(contextOf(context, input), input.fields),
})

/** Sets what varies by account; see `changeSettings`. */
export const changeConnectionSettings = defineAction({
  permission,
  stepUp,
  input: settingsInput,
  event,
  run: (context, input) => changeSettings(contextOf(context, input), input.settings),
})

/** Tests a connection at its provider; see `testNow`. It changes nothing that a person has set. */
export const testConnection = defineAction({
  permission,
  input: connectionInput,
  run: testNow,
})

/** Removes a connection for good; see `removeConnection`. */
export const removeConnectionForGood = defineAction({
  permission,
  stepUp,
  input: removalInput,
  event,
  run: (context, input) => removeConnection(contextOf(context, input), input.typedName),
})
