import { PageLink } from '#parts/access/page-link.tsx'
import { Explain, type ExplainProps } from '#parts/explain/explain.tsx'
import { ChangeNote } from '#parts/figures/change-note.tsx'
import type { FigureChange } from '#parts/figures/figure-change.ts'
import { Skeleton } from '#ui/skeleton.tsx'

export interface FigureTileProps {
  readonly label: string
  readonly figure: string
  /** The exact figure, where the shown one is shortened. */
  readonly exact: string | undefined
  readonly note: string
  /** What stands behind the figure. */
  readonly to: string
  /** null while the earlier period is not there. */
  readonly change: FigureChange | null
  /** Where the earlier period stands. */
  readonly comparison: 'none' | 'awaited' | 'there' | 'failed'
  readonly format: (value: number) => string
  readonly formatBy?: ((by: number) => string) | undefined
  readonly beforeText?: string | undefined
  readonly explain: Omit<ExplainProps, 'name'>
}

export const figureGrid = 'grid grid-cols-2 gap-3 lg:grid-cols-4 print:grid-cols-4'
export const tileClass = 'relative flex min-w-0 flex-col rounded-lg border border-line bg-surface p-4 print:p-3'

/** One figure: its name, itself, what it counts, and how it stands to the period before. */
export function FigureTile({ label, figure, exact, note, to, change, comparison, explain, ...words }: FigureTileProps) {
  const { format, formatBy, beforeText } = words
  return (
    <div className={tileClass}>
      <h2 className="pr-6 font-normal text-ink-2">
        <PageLink to={to} className="hover:underline after:absolute after:inset-0">
          {label}
        </PageLink>
      </h2>
      <p className="tabular text-figure font-semibold tracking-tight" title={exact}>
        {figure}
      </p>
      {exact !== undefined && exact !== figure && (
        <p className="tabular hidden text-xs text-ink-3 print:block">{exact}</p>
      )}
      <p className="tabular text-xs text-ink-3">{note}</p>
      {comparison !== 'none' && (
        <div className="mt-1 min-h-8 md:min-h-5">
          {comparison === 'awaited' && <Skeleton lines={1} className="h-4 w-3/4" />}
          {comparison !== 'awaited' && (
            <ChangeNote
              change={change ?? { kind: 'unknown' }}
              format={format}
              formatBy={formatBy}
              beforeText={beforeText}
            />
          )}
        </div>
      )}
      {/* Behind the link in the document, so over it on the screen, without a layer that its panel could not leave. */}
      <Explain
        {...explain}
        exact={exact}
        name={label}
        className="absolute top-2 right-2 pointer-coarse:top-0.5 pointer-coarse:right-0.5"
      />
    </div>
  )
}
