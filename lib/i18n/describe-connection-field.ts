import type { Messages } from '@/messages/en'
import type { I18n } from './i18n'

type FieldName = keyof Messages['connections']['add']['fields']

/** What a number may be, where a meaning says so. */
export interface FieldBounds {
  readonly least: number
  readonly most: number
  readonly usual: number
}

const NO_BOUNDS: FieldBounds = { least: 0, most: 0, usual: 0 }

/** The name of a field of a connection's secret or settings, for people. */
export function connectionFieldLabel(field: string, t: I18n['t']): string {
  return t(`connections.add.fields.${field as FieldName}.label`)
}

/** What such a field is for. */
export function connectionFieldMeaning(
  field: string,
  t: I18n['t'],
  bounds: FieldBounds = NO_BOUNDS,
): string {
  return t(`connections.add.fields.${field as FieldName}.meaning`, { ...bounds })
}
