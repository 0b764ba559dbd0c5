/** What a card says instead of figures. */
export function NothingYet({ children }: { readonly children: string }) {
  return <p className="text-ink-soft px-5 pt-1 pb-6 text-sm">{children}</p>
}
