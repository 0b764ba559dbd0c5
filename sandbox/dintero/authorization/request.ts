import { z } from 'zod'
import type { ProviderResponse } from '../../calls/response'
import type { RequestBody } from '../../calls/body'
import { badRequest } from '../errors'
import { amountSchema, formRefusal, itemSchema } from '../money/request'

const schema = z.object({
  amount: amountSchema.optional(),
  items: z.array(itemSchema).max(1000).optional(),
  /** Klarna's limit (fact sheet §10). */
  description: z.string().max(255).optional(),
  reason: z.string().optional(),
  reference: z.string().optional(),
  final_authorization: z.boolean().optional(),
})

/** A requested change of an authorization whose form was checked (fact sheet §10). */
export type AuthorizationRequest = z.infer<typeof schema>

/** Parses the body; every field, and the body itself, may be missing. */
export function parseAuthorizationRequest(
  body: RequestBody,
): { request: AuthorizationRequest } | { refusal: ProviderResponse } {
  if (body.kind === 'malformed') return { refusal: badRequest('body is not valid') }
  const value = body.kind === 'none' ? {} : body.value
  const parsed = schema.safeParse(value)
  if (!parsed.success) return { refusal: formRefusal(parsed.error, value, 'body') }
  return { request: parsed.data }
}
