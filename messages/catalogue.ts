import type { Messages } from './en'

type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> }

/** One part of the catalogue in another language: the keys of the English one. */
export type Catalogue<N extends keyof Messages> = Translated<Messages[N]>

export type Catalogues = { readonly [N in keyof Messages]: Catalogue<N> }
