import { cn } from './cn'

/** Outlines on a 16 by 16 grid, drawn with a round 1.5 stroke. */
const OUTLINES = {
  'arrow-left': 'M13 8H3m4-4L3 8l4 4',
  'arrow-right': 'M3 8h10M9 4l4 4-4 4',
  bank: 'M2.5 6.5 8 3l5.5 3.5h-11ZM4 7v4.5M8 7v4.5M12 7v4.5M2.5 13.5h11',
  building: 'M3.5 13.5v-10h6v10m0-7h3v7m-10.5 0h12M6 6h1M6 8.5h1M6 11h1',
  card: 'M2 5.5A1.5 1.5 0 0 1 3.5 4h9A1.5 1.5 0 0 1 14 5.5v5a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 10.5v-5ZM2 7h12M4.5 9.7h2',
  check: 'm3.5 8.5 3 3 6-7',
  chevron: 'm6 4 4 4-4 4',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Zm0-9v3.2l2 1.6',
  copy: 'M6 6V3.5A1 1 0 0 1 7 2.5h5.5a1 1 0 0 1 1 1V9a1 1 0 0 1-1 1H10M3.5 6H9a1 1 0 0 1 1 1v5.5a1 1 0 0 1-1 1H3.5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1Z',
  cross: 'm4 4 8 8m0-8-8 8',
  external:
    'M9.5 2.5h4v4m0-4L7.5 8.5M6 3.5H4A1.5 1.5 0 0 0 2.5 5v7A1.5 1.5 0 0 0 4 13.5h7a1.5 1.5 0 0 0 1.5-1.5v-2',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Zm0-6.5V11M8 5.2v.1',
  invoice: 'M4 2.5h8v11l-2-1.2-2 1.2-2-1.2-2 1.2v-11ZM6.5 6h3m-3 2.7h3',
  keyboard:
    'M3 4h10a1.5 1.5 0 0 1 1.5 1.5v5A1.5 1.5 0 0 1 13 12H3a1.5 1.5 0 0 1-1.5-1.5v-5A1.5 1.5 0 0 1 3 4Zm1 2.7h.1m2.5 0h.1m2.6 0h.1m2.5 0h.1M5.5 9.5h5',
  lock: 'M4.5 7.5h7a1 1 0 0 1 1 1v4a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1v-4a1 1 0 0 1 1-1Zm1-.5V5a2.5 2.5 0 0 1 5 0v2',
  minus: 'M3.5 8h9',
  moon: 'M13.5 9.3A5.7 5.7 0 0 1 6.7 2.5a5.7 5.7 0 1 0 6.8 6.8Z',
  note: 'M3.5 2.5h9v7l-4 4h-5v-11Zm5 11v-4h4M6 5.500h4M6 8h2',
  phone:
    'M5.5 2h5A1.5 1.5 0 0 1 12 3.5v9a1.5 1.5 0 0 1-1.5 1.5h-5A1.5 1.5 0 0 1 4 12.5v-9A1.5 1.5 0 0 1 5.5 2ZM7 11.7h2',
  plus: 'M8 3.5v9M3.5 8h9',
  question:
    'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM6.3 6.3A1.750 1.750 0 1 1 8.7 8c-.5.25-.7.5-.7 1m0 2.2v.1',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10Zm3.6-1.4L14 14',
  sun: 'M8 10.7a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4ZM8 1.7v1.1m0 10.4v1.1M1.7 8h1.1m10.4 0h1.1M3.5 3.5l.8.8m7.4 7.4.8.8m0-9-.8.8m-7.4 7.4-.8.8',
  system:
    'M3.5 3h9a1 1 0 0 1 1 1v5.5a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1ZM6 13h4M8 10.5V13',
  tag: 'M2.5 3.5a1 1 0 0 1 1-1h4.300l6 6-5 5-6-6V3.500Zm3 2h.1',
  undo: 'M6 3 3 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H6',
  warning: 'M8 2.5 14.2 13H1.8L8 2.5Zm0 4v3m0 1.7v.1',
} as const

export type IconName = keyof typeof OUTLINES

interface Props {
  readonly name: IconName
  readonly className?: string
}

/** Decoration beside text; it is hidden from assistive technology. */
export function Icon({ name, className }: Props) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={cn('size-4 shrink-0', className)}
    >
      <path d={OUTLINES[name]} />
    </svg>
  )
}

interface SymbolsProps {
  readonly names: readonly IconName[]
}

/** Outlines that many icons of a page refer to, so that none of them repeats its own. */
export function IconSymbols({ names }: SymbolsProps) {
  return (
    <svg aria-hidden="true" className="hidden">
      {names.map((name) => (
        <symbol key={name} id={`i-${name}`} viewBox="0 0 16 16">
          <path d={OUTLINES[name]} />
        </symbol>
      ))}
    </svg>
  )
}
