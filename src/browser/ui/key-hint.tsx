/** The key that does what the control beside it does; hidden from readers, which have `aria-keyshortcuts`, and on touch. */
export function KeyHint({ children }: { readonly children: string }) {
  return (
    <span
      aria-hidden="true"
      className="rounded-sm border border-line bg-sunken px-1 text-xs font-normal text-ink-3 pointer-coarse:hidden"
    >
      {children}
    </span>
  )
}
