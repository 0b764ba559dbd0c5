import { cn } from '@/components/ui/cn'

const LOOKS = {
  kept: 'bg-good',
  refunded: 'bg-back',
  held: 'bg-held',
  released: 'bg-released',
  capture: 'hatched text-good',
  refund: 'hatched text-back',
  void: 'hatched text-released',
  update_authorization: 'hatched text-info',
  extend_authorization: 'hatched text-info',
  charge_again: 'hatched text-good',
  pay_out: 'hatched text-back',
  confirm_receipt: 'hatched text-good',
  doubtful: 'stripes-warn',
} as const

/** The colour of a part of the money bar, beside its name. */
export function Swatch({ of }: { readonly of: keyof typeof LOOKS }) {
  return (
    <span
      aria-hidden="true"
      className={cn('keep-colour size-2.5 shrink-0 rounded-[3px]', LOOKS[of])}
    />
  )
}
