import { z } from 'zod'

/**
 * Schema of a text that a person typed or pasted, of at most `most` characters. PostgreSQL keeps
 * every character but NUL.
 */
export function words(most: number) {
  return z
    .string()
    .overwrite((typed) => typed.replaceAll('\0', '').trim())
    .min(1)
    .max(most)
}
