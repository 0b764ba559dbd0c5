/** A key, as it is written on a keyboard. */
export function Kbd({ children }: { readonly children: string }) {
  return (
    <kbd className="border-line-strong bg-sunken text-ink-soft inline-grid h-6 min-w-6 place-items-center rounded-md border border-b-2 px-1.5 font-sans text-xs font-medium">
      {children}
    </kbd>
  )
}
