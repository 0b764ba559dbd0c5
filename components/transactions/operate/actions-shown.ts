import { OBSTACLE_WORDS } from '@/lib/domain/capability'
import type { OperationKind } from '@/lib/domain/operation'
import { methodLabel } from '@/lib/format/methods'
import type { Availabilities } from './operations'

export interface ShownAction {
  readonly kind: OperationKind
  readonly name: string
  /** What it does, or why it can't be done now. */
  readonly note: string
  readonly primary: boolean
  readonly disabled: boolean
}

interface Situation {
  readonly available: Availabilities
  /** What is under way on this payment, by anybody. */
  readonly moving: OperationKind | null
  /** What this page is sending itself. */
  readonly sending: OperationKind | null
  readonly method: string
}

interface ShownActions {
  readonly buttons: readonly ShownAction[]
  readonly menu: readonly ShownAction[]
  readonly menuName: string
  /** Why buttons can't be pressed, each reason once. */
  readonly reasons: readonly string[]
}

const NAMES: Readonly<Record<OperationKind, string>> = {
  capture: 'Capture',
  refund: 'Refund',
  void: 'Void',
  update_authorization: 'Add item',
  extend_authorization: 'Extend time',
}

const UNDER_WAY: Readonly<Record<OperationKind, string>> = {
  capture: 'Capture in progress',
  refund: 'Refund in progress',
  void: 'Void in progress',
  update_authorization: 'Change in progress',
  extend_authorization: 'Extension in progress',
}

const BUTTONS = ['capture', 'refund'] as const
const MENU = ['void', 'update_authorization', 'extend_authorization'] as const

/** What the header offers: the likely next step stands out, the rest keeps its place. */
export function actionsShown(situation: Situation): ShownActions {
  const { available, moving } = situation
  const primary = !available.capture.allowed && available.refund.allowed ? 'refund' : 'capture'
  const shown = (kind: OperationKind) => shownAction(kind, kind === primary, situation)
  const buttons = BUTTONS.map(shown)
  const inMenu = MENU.find((kind) => kind === moving)
  return {
    buttons,
    menu: MENU.map(shown),
    menuName: inMenu === undefined ? 'More' : UNDER_WAY[inMenu],
    reasons: [...new Set(buttons.filter(({ disabled }) => disabled).map(({ note }) => note))],
  }
}

function shownAction(
  kind: OperationKind,
  primary: boolean,
  { available, moving, sending, method }: Situation,
): ShownAction {
  const availability = available[kind]
  const busy = moving ?? sending
  const locked = busy !== null && sending !== kind
  const name = moving === kind ? UNDER_WAY[kind] : NAMES[kind]
  const disabled = locked || !availability.allowed
  return { kind, name, note: noteFor(), primary, disabled }

  function noteFor(): string {
    if (!availability.allowed) return availability.reason
    return locked ? OBSTACLE_WORDS.operation_open : notes(method)[kind]
  }
}

function notes(method: string): Readonly<Record<OperationKind, string>> {
  const { name } = methodLabel(method)
  return {
    capture: 'Takes money that is held.',
    refund: 'Gives captured money back.',
    void: 'Releases what is still held.',
    update_authorization: `Changes the order and what ${name} holds.`,
    extend_authorization: `Asks ${name} to hold the money longer.`,
  }
}
