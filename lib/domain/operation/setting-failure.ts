import type { AmountProblem } from '@/lib/domain/money/money'

/** What is wrong about a file that was to become the logo. */
export type LogoProblem = 'no_image' | 'vector' | 'too_large' | 'too_many_pixels'

/** The values in the words of why a setting of the business was not changed, by the failure's code. */
export interface SettingFailureValues {
  /** A colleague was faster: who, and when (ISO 8601). */
  readonly setting_overtaken: { readonly actor: string; readonly at: string }
  readonly logo_refused: {
    readonly problem: LogoProblem
    readonly maxKilobytes: number
    readonly maxPx: number
  }
  readonly business_name_malformed: { readonly most: number }
  readonly reason_name_malformed: { readonly most: number }
  readonly reason_name_taken: { readonly name: string }
  readonly too_many_reasons: { readonly max: number }
  readonly too_many_currencies: { readonly max: number }
  readonly currency_unknown: { readonly text: string }
  readonly currency_twice: { readonly currency: string }
  readonly limit_unreadable: {
    readonly problem: AmountProblem | 'not_positive'
    readonly text: string
    readonly currency: string
  }
}

/** Codes of why a setting was not changed that say everything by themselves. */
export type PlainSettingCode =
  'setting_of_all_connections' | 'languages_empty' | 'no_reason_offered' | 'reason_gone'
