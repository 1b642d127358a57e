import { TwinCard } from './twin-card.tsx'
import type { Twins } from './use-twins.ts'

/** The leads that may be the same, beside the form where there is room; elsewhere each card stands below its field. */
export function TwinColumn({ twins: { phone, email } }: { readonly twins: Twins }) {
  return (
    <aside className="sticky top-0 flex w-75 shrink-0 flex-col gap-4 self-start empty:hidden max-xl:hidden">
      <TwinCard of="phone" leads={phone} />
      <TwinCard of="email" leads={email} />
    </aside>
  )
}
