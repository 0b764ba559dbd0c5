import { z } from 'zod'
import { schemaOf } from '@/lib/access/schema-of'
import { LIMITS } from '@/lib/config/limits'
import type { ConnectionInput, NewConnectionInput } from '@/lib/domain/provider/connection-inputs'
import { PROVIDERS } from '@/lib/domain/provider/provider'

/** Longer than anything that is right: what is wrong about a text is said by the use case. */
const typed = z.string().max(LIMITS.edge.typedLength)

const fieldName = z.string().max(40)

export const connectionInput = schemaOf<ConnectionInput>()(
  z.strictObject({ connectionId: z.uuid() }),
)

export const newConnectionInput = schemaOf<NewConnectionInput>()(
  z.strictObject({
    provider: z.enum(PROVIDERS),
    name: typed,
    account: typed,
    baseUrl: typed,
    /** A token may be long. */
    secret: z.record(fieldName, z.string().max(LIMITS.connection.secretLength)),
    settings: z.record(fieldName, z.union([typed, z.boolean()])),
  }),
)
