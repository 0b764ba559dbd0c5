import { parseJson } from '../../http/json-body'
import { metaSchema, type Meta } from '../schema'

/** A response that has the provider's envelope: its whole body and its `meta`. */
export interface Envelope {
  readonly body: unknown
  readonly meta: Meta
}

/** Reads the envelope of an answer, whatever its HTTP status; null when it has none (§5). */
export function readEnvelope(text: string): Envelope | null {
  const json = parseJson(text)
  if (typeof json?.value !== 'object' || json.value === null || !('meta' in json.value)) return null
  const meta = metaSchema.safeParse(json.value.meta)
  return meta.success ? { body: json.value, meta: meta.data } : null
}
