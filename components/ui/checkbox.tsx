import type { ComponentProps } from 'react'
import { cn } from './cn'
import { Icon } from './icon'

interface Props extends Omit<ComponentProps<'input'>, 'type'> {
  /** Partly picked: the indeterminate state. */
  readonly partly?: boolean
}

export function Checkbox({ partly = false, className, ...rest }: Props) {
  return (
    <span className={cn('relative inline-grid size-4.5 shrink-0 place-items-center', className)}>
      <input
        {...rest}
        type="checkbox"
        ref={(input) => {
          if (input !== null) input.indeterminate = partly
        }}
        className="peer border-field-line bg-surface checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent size-full cursor-pointer appearance-none rounded border transition-colors"
      />
      <Icon
        name={partly ? 'minus' : 'check'}
        className="text-on-accent pointer-events-none invisible absolute size-3.5 peer-checked:visible peer-indeterminate:visible"
      />
    </span>
  )
}
