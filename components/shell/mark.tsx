/** The logo of Paydesk: a P whose bowl is a coin. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className="size-7 shrink-0">
      <rect width="32" height="32" rx="9" className="fill-accent" />
      <path
        d="M9.5 23V11a2 2 0 0 1 2-2h5.500a5.5 5.5 0 0 1 0 11h-3.5"
        fill="none"
        stroke="#fff"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="16.6" cy="14.5" r="2" fill="#8ff0c0" />
    </svg>
  )
}
