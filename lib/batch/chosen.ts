import type { RowFinding } from '@/lib/domain/batch/batch'
import type { RowLine } from '@/lib/domain/batch/wanted-row'
import type { AmountChoice } from '@/lib/domain/operation/inputs'

/** What a row would move, or why that cannot be told. */
export type Chosen =
  | {
      readonly ok: true
      readonly choice: AmountChoice
      readonly lines: readonly RowLine[]
      /** Stands for what was asked for, however it was written. */
      readonly intent: string
      /** A part may truly be meant twice; everything that is left may not. */
      readonly isPart: boolean
      readonly findings: readonly RowFinding[]
    }
  | { readonly ok: false; readonly findings: readonly RowFinding[] }
