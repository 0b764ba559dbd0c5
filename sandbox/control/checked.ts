import type { FastifyReply } from 'fastify'
import { z } from 'zod'

/** Hands a checked input on, or answers 400 with what is wrong in it. */
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
