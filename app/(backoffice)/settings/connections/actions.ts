'use server'

import { defineAction } from '@/lib/access/define-action'
import { addConnection } from '@/lib/connections/add-connection'
import { startImport } from '@/lib/sync/background-import'
import { connectionInput, newConnectionInput } from './inputs'

const permission = 'manage_connections'

/** Tests a connection and adds it; see `addConnection`. */
export const addNewConnection = defineAction({
  permission,
  input: newConnectionInput,
  stepUp: () => ({ kind: 'connections' }) as const,
  event: () => ({ event: 'connection_added' }),
  run: addConnection,
})

/** Asks for the import of a connection's whole list; see `startImport`. */
export const importConnection = defineAction({
  permission,
  input: connectionInput,
  run: startImport,
})
