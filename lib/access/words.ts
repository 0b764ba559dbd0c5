import { z } from 'zod'

/** What somebody typed or pasted, of some length; PostgreSQL keeps every character but NUL. */
export function words(most: number) {
  return z
    .string()
    .overwrite((typed) => typed.replaceAll('\0', '').trim())
    .min(1)
    .max(most)
}
