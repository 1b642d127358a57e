import { Button } from '#ui/button.tsx'
import * as m from '#words/m.ts'

interface DiagnosticsBlockProps {
  readonly lines: readonly string[]
  readonly isSent: boolean
  readonly onChange: (isSent: boolean) => void
}

/** Everything that goes with the message, shown before it is sent, and a way to leave it out. */
export function DiagnosticsBlock({ lines, isSent, onChange }: DiagnosticsBlockProps) {
  if (lines.length === 0) return null
  if (!isSent) {
    return (
      <div className="flex flex-wrap items-center gap-x-4 text-ink-3">
        <span>{m.support_diagnostics_none()}</span>
        <Button look="link" onClick={() => onChange(true)}>
          {m.support_diagnostics_add()}
        </Button>
      </div>
    )
  }
  return (
    <section className="rounded-lg border border-line bg-sunken p-4">
      <header className="mb-2 flex items-center justify-between gap-4">
        <h2 className="text-sm font-semibold">{m.support_diagnostics()}</h2>
        <Button look="link" onClick={() => onChange(false)}>
          {m.support_diagnostics_remove()}
        </Button>
      </header>
      <ul className="flex flex-col gap-1 text-ink-2" lang="en">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="mt-1 text-ink-2">{m.support_diagnostics_plain()}</p>
    </section>
  )
}
