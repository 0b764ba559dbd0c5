import type { FastifyReply } from 'fastify'
import { z } from 'zod'

/** Passes valid input to the handler, or responds with 400 and the validation errors. */
export function checked<Input extends z.ZodType>(
  reply: FastifyReply,
  schema: Input,
  value: unknown,
  handle: (input: z.output<Input>) => unknown,
): unknown {
  const parsed = schema.safeParse(value)
  if (parsed.success) return handle(parsed.data)
  return reply.code(400).send({ sandbox: z.prettifyError(parsed.error) })
}
