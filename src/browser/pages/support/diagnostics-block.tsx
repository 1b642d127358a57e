import { useDisplay } from '#parts/display.tsx'
import { reportLeadLimit } from '#queries/report-leads.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import * as m from '#words/m.ts'

interface Personal {
  readonly isTicked: boolean
  readonly onTick: (isTicked: boolean) => void
  readonly isPending: boolean
  /** Leads that were asked for and are not here. */
  readonly missing: number
  /** True where more leads are reported than can be named. */
  readonly isCut: boolean
}

interface DiagnosticsBlockProps {
  readonly lines: readonly string[]
  readonly isSent: boolean
  readonly onChange: (isSent: boolean) => void
  /** Null where there are no leads whose names could be added. */
  readonly personal: Personal | null
}

/** Everything that goes with the message, shown before it is sent, and a way to leave it out. */
export function DiagnosticsBlock({ lines, isSent, onChange, personal }: DiagnosticsBlockProps) {
  if (lines.length === 0) return null
  return (
    <section className={isSent ? 'rounded-lg border border-line bg-sunken p-4' : 'text-ink-3'}>
      <header
        className={isSent ? 'mb-2 flex items-center justify-between gap-4' : 'flex flex-wrap items-center gap-x-4'}
      >
        {isSent ? (
          <h2 className="text-sm font-semibold">{m.support_diagnostics()}</h2>
        ) : (
          <span>{m.support_diagnostics_none()}</span>
        )}
        {/* One button for both ways, so that it keeps the focus. */}
        <Button look="link" onClick={() => onChange(!isSent)}>
          {isSent ? m.support_diagnostics_remove() : m.support_diagnostics_add()}
        </Button>
      </header>
      {isSent && (
        <>
          <ul className="flex flex-col gap-1 text-ink-2" lang="en">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p className="mt-1 text-ink-2">
            {personal?.isTicked === true ? m.support_personal_note() : m.support_diagnostics_plain()}
          </p>
          {personal !== null && <PersonalTick personal={personal} />}
        </>
      )}
    </section>
  )
}

/** Names, phones and mails go along only where somebody ticks that, and sees them. */
function PersonalTick({ personal }: { readonly personal: Personal }) {
  const { numbers } = useDisplay()
  return (
    <>
      <Field label={m.support_personal()} className="mt-2 flex-row-reverse items-center justify-end">
        {(wiring) => (
          <input
            {...wiring}
            type="checkbox"
            className="size-4 accent-accent"
            checked={personal.isTicked}
            onChange={(event) => personal.onTick(event.target.checked)}
          />
        )}
      </Field>
      <p role="status" className="text-xs text-ink-3 empty:hidden">
        {personal.isTicked && personal.isPending && m.support_personal_loading()}
        {personal.isTicked &&
          personal.missing > 0 &&
          (personal.missing === 1
            ? m.support_personal_missing_one()
            : m.support_personal_missing({ n: numbers.count(personal.missing) }))}{' '}
        {personal.isTicked && personal.isCut && m.support_personal_first({ max: numbers.count(reportLeadLimit) })}
      </p>
    </>
  )
}
