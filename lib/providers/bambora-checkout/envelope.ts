import { NO_REASON } from '@/lib/domain/operation/refusal'
import { parseJson } from '../http/json-body'
import { metaSchema, type Meta } from './schema'

/** An answer that has the provider's envelope: its whole body beside what `meta` says. */
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

/** What the provider tells staff about a refusal; the shopper's text is not for them. */
export function merchantMessage(meta: Meta): string {
  return meta.message?.merchant || NO_REASON.message
}

/** A code of the provider, which is unique only together with its source (§5). */
export function codeOf(action: {
  readonly source?: string | null | undefined
  readonly code?: string | null | undefined
}): string | null {
  const parts = [action.source, action.code].filter((part) => part)
  return parts.length === 0 ? null : parts.join(':')
}

/** Whether a code is the gateway's own and not that of an acquirer behind it (§5). */
export function isGateway(source: string | null | undefined): boolean {
  return source?.toLowerCase().startsWith('epay') ?? false
}
