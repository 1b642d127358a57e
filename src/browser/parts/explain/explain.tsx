import type { ReactNode } from 'react'
import type { PeriodQuery } from '#contract/analytics.ts'
import type { Endpoint } from '#contract/endpoint.ts'
import { Icon } from '#ui/icon.tsx'
import { Popover } from '#ui/popover.tsx'
import * as m from '#words/m.ts'
import { useDisplay } from '../display.tsx'
import { windowText } from './window-text.ts'

export interface ExplainProps {
  /** The figure's own name. */
  readonly name: string
  /** How it comes about, in words. */
  readonly formula: string
  /** The endpoints that were asked for it. */
  readonly endpoints: readonly Endpoint[]
  /** The window it is about; null where it has none. */
  readonly query: PeriodQuery | null
  /** Epoch milliseconds; undefined while nothing was fetched. */
  readonly asOf: number | undefined
  /** What the figure leaves out. */
  readonly leftOut: string
  /** The whole figure, where the shown one is shortened. */
  readonly exact?: string | undefined
  readonly className?: string
}

/** "Explain this number": the same five facts for every figure, behind one small button beside it. */
export function Explain({ name, className, ...facts }: ExplainProps) {
  return (
    <span className={className}>
      <Popover
        label={m.explain_title({ name })}
        align="end"
        className="w-72 max-w-[calc(100vw-1rem)] text-left"
        trigger={(props) => (
          <button
            type="button"
            aria-label={m.explain_title({ name })}
            title={m.explain_button()}
            className="inline-flex size-6 items-center justify-center rounded text-ink-3 hover:bg-sunken hover:text-ink pointer-coarse:size-11 print:hidden"
            {...props}
          >
            <Icon name="info" size={14} />
          </button>
        )}
      >
        {() => <Facts name={name} {...facts} />}
      </Popover>
    </span>
  )
}

function Facts({ name, formula, endpoints, query, asOf, leftOut, exact }: Omit<ExplainProps, 'className'>) {
  const { dates } = useDisplay()
  return (
    // A place for the focus: there is nothing to press inside.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the focus when the panel opens, so that it is read out
    <div tabIndex={0} data-first className="flex flex-col gap-2 p-1 outline-none">
      <p className="text-sm font-semibold">{name}</p>
      <dl className="flex flex-col gap-1.5 text-xs font-normal">
        {exact !== undefined && <Fact name={m.explain_exact()}>{exact}</Fact>}
        <Fact name={m.explain_formula()}>{formula}</Fact>
        <Fact name={m.explain_endpoint()}>
          {endpoints.map(({ method, path }) => (
            <code key={path} className="block break-all text-ink-2">
              {method} {path}
            </code>
          ))}
        </Fact>
        {query !== null && <Fact name={m.explain_window()}>{windowText(query, dates)}</Fact>}
        {asOf !== undefined && <Fact name={m.explain_fetched()}>{dates.dateTime(asOf)}</Fact>}
        <Fact name={m.explain_left_out()}>{leftOut}</Fact>
      </dl>
    </div>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="text-ink-3">{name}</dt>
      <dd className="tabular text-ink">{children}</dd>
    </div>
  )
}
