import { useCommands } from '@/components/shell/shared/command-context'
import { Button } from '@/components/ui/button'
import { Menu } from '@/components/ui/menu'
import type { OperationKind } from '@/lib/domain/operation/operation'
import { useI18n } from '@/lib/i18n/use-i18n'
import { actionsShown, type ShownAction } from './actions-shown'
import type { Availabilities } from './availabilities'

interface Props {
  readonly available: Availabilities
  /** The operation in progress on this payment, whichever person requested it. */
  readonly moving: OperationKind | null
  /** The operation that this page is sending itself; its dialog may be opened again. */
  readonly sending: OperationKind | null
  readonly method: string
  readonly onPick: (kind: OperationKind) => void
}

/**
 * One main button, a second, and a menu. They stay in place whatever happens; what can't be done
 * says why.
 */
export function ActionBar({ available, moving, sending, method, onPick }: Props) {
  const { buttons, menu, menuName, reasons } = actionsShown(
    { available, moving, sending, method },
    useI18n(),
  )
  useCommands(
    [...buttons, ...menu].map(({ kind, name, note, disabled }) => ({
      id: kind,
      name,
      note,
      disabled,
      run: () => onPick(kind),
    })),
  )
  return (
    <div className="grid shrink-0 gap-1.5 max-sm:w-full sm:max-w-md sm:justify-items-end">
      <div className="grid grid-cols-[1fr_1fr_auto] gap-2">
        {buttons.map((action) => (
          <ActionButton key={action.kind} action={action} onPick={onPick} />
        ))}
        <Menu
          label={menuName}
          items={menu.map(({ kind, name, note, disabled }) => ({
            name: kind,
            text: name,
            note,
            disabled,
            onPick: () => onPick(kind),
          }))}
        />
      </div>
      {reasons.length > 0 && (
        <ul
          id={REASONS_ID}
          className="text-ink-soft grid gap-0.5 text-xs text-pretty sm:text-right"
        >
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

const REASONS_ID = 'why-not'

interface ActionButtonProps {
  readonly action: ShownAction
  readonly onPick: (kind: OperationKind) => void
}

function ActionButton({ action: { kind, name, primary, disabled }, onPick }: ActionButtonProps) {
  return (
    <Button
      tone={primary ? 'primary' : 'secondary'}
      size="large"
      className="max-sm:min-w-0 max-sm:shrink max-sm:px-2 max-sm:leading-tight max-sm:whitespace-normal sm:min-w-28"
      aria-disabled={disabled || undefined}
      aria-describedby={disabled ? REASONS_ID : undefined}
      onClick={() => {
        if (!disabled) onPick(kind)
      }}
    >
      {name}
    </Button>
  )
}
