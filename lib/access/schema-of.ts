import { z } from 'zod'

/** A type written out: each member with its shape and whether it may be left out. */
type Shape<T> = T extends readonly (infer E)[]
  ? readonly Shape<E>[]
  : T extends object
    ? {
        readonly [K in keyof T]-?: {
          readonly shape: Shape<T[K]>
          readonly isOptional: object extends Pick<T, K> ? true : false
        }
      }
    : T

type IsSame<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false

/** Anything when the schema takes and gives exactly `I`, else what no schema is. */
type Exactly<S extends z.ZodType, I> = [
  IsSame<Shape<z.output<S>>, Shape<I>>,
  IsSame<Shape<z.input<S>>, Shape<I>>,
] extends [true, true]
  ? unknown
  : never

/**
 * A schema of exactly the type `I`: `schemaOf<I>()(schema)` does not compile when the schema has a
 * member that `I` lacks, lacks one that `I` has, or takes another type for one.
 */
export function schemaOf<I>() {
  return <S extends z.ZodType<I, I>>(schema: S & Exactly<S, I>): z.ZodType<I, I> => schema
}

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
