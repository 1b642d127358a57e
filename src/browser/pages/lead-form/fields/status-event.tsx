import { type EventLineProps, eventLine } from './event-line.ts'

/** What saving sends, heard again whenever status or platform change it. */
export function StatusEvent({ change }: { readonly change: EventLineProps }) {
  return <span aria-live="polite">{eventLine(change)}</span>
}
