import { methodOf } from '@/components/transactions/shared/method'
import type { OperationKind } from '@/lib/domain/operation/operation'
import type { I18n } from '@/lib/i18n/i18n'
import { describeDenial, type Availabilities, type Availability } from './availabilities'

export interface ShownAction {
  readonly kind: OperationKind
  readonly name: string
  /** The effect, or the reason that it can't be done now. */
  readonly note: string
  readonly primary: boolean
  readonly disabled: boolean
}

interface Situation {
  readonly available: Availabilities
  /** The operation in progress on this payment, whichever person requested it. */
  readonly moving: OperationKind | null
  /** The operation that this page is sending itself. */
  readonly sending: OperationKind | null
  readonly method: string
}

interface ShownActions {
  readonly buttons: readonly ShownAction[]
  readonly menu: readonly ShownAction[]
  readonly menuName: string
  /** The reasons that buttons can't be pressed, each reason once. */
  readonly reasons: readonly string[]
}

const BUTTONS = ['capture', 'refund'] as const
const MENU = [
  'void',
  'update_authorization',
  'extend_authorization',
  'charge_again',
  'pay_out',
  'confirm_receipt',
] as const

/**
 * The actions of the header: the likely next one is the main button, the others keep their places.
 */
export function actionsShown(situation: Situation, i18n: I18n): ShownActions {
  const { available, moving } = situation
  const { t } = i18n
  const primary = !available.capture.allowed && available.refund.allowed ? 'refund' : 'capture'
  const shown = (kind: OperationKind) => shownAction(kind, kind === primary, situation, i18n)
  const buttons = BUTTONS.map(shown)
  const inMenu = MENU.find((kind) => kind === moving)
  return {
    buttons,
    menu: MENU.filter((kind) => isOffered(available[kind])).map(shown),
    menuName: inMenu === undefined ? t('actions.more') : t(`actions.underWay.${inMenu}`),
    reasons: [...new Set(buttons.filter(({ disabled }) => disabled).map(({ note }) => note))],
  }
}

/** True for an operation that no payment of this method allows; the menu leaves it out. */
function isOffered(availability: Availability): boolean {
  if (availability.allowed || 'role' in availability.denial) return true
  return availability.denial.denialReason !== 'not_offered'
}

function shownAction(
  kind: OperationKind,
  primary: boolean,
  { available, moving, sending, method }: Situation,
  i18n: I18n,
): ShownAction {
  const { t } = i18n
  const availability = available[kind]
  const busy = moving ?? sending
  const locked = busy !== null && sending !== kind
  const name = t(`actions.${moving === kind ? 'underWay' : 'names'}.${kind}`)
  const disabled = locked || !availability.allowed
  return { kind, name, note: noteFor(), primary, disabled }

  function noteFor(): string {
    if (!availability.allowed) return describeDenial(availability.denial, i18n)
    if (locked) return t('denialReasons.operation_open')
    return t(`actions.notes.${kind}`, { method: methodOf(method, t).name })
  }
}
