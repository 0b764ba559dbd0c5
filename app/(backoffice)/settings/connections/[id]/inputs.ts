import { z } from 'zod'
import { schemaOf } from '@/lib/access/schema-of'
import { LIMITS } from '@/lib/config/limits'
import type {
  ConnectionNameInput,
  ConnectionRemovalInput,
  ConnectionSecretInput,
  ConnectionSettingsInput,
  ConnectionStateInput,
} from '@/lib/domain/provider/connection-change'

/** Longer than anything that is right: what is wrong about a text is said by the use case. */
const typed = z.string().max(LIMITS.edge.typedLength)
const field = z.string().max(64)
const connectionId = z.uuid()
const seen = z.iso.datetime()

export const nameInput = schemaOf<ConnectionNameInput>()(
  z.strictObject({ connectionId, seen, name: typed }),
)

export const stateInput = schemaOf<ConnectionStateInput>()(
  z.strictObject({ connectionId, seen, isEnabled: z.boolean() }),
)

export const removalInput = schemaOf<ConnectionRemovalInput>()(
  z.strictObject({ connectionId, seen, typedName: typed }),
)

export const secretInput = schemaOf<ConnectionSecretInput>()(
  z.strictObject({ connectionId, seen, fields: z.record(field, z.string().max(4_096)) }),
)

export const settingsInput = schemaOf<ConnectionSettingsInput>()(
  z.strictObject({
    connectionId,
    seen,
    settings: z.record(field, z.union([typed, z.number(), z.boolean()])),
  }),
)
