import type { ReactNode } from 'react'
import { useDisplay } from '#parts/display.tsx'
import type { CampaignTotals } from '#parts/figures/campaign-rows.ts'
import { knownText, percentRange } from '#parts/figures/range-text.ts'
import { classNames } from '#ui/class-names.ts'
import * as m from '#words/m.ts'
import { wonOf } from '../rows/campaign-hint.ts'

interface CampaignFiguresProps {
  readonly figures: CampaignTotals
  /** The previous period: null where it is not known of this row; undefined where nothing is compared. */
  readonly before: CampaignTotals | null | undefined
  readonly hasRange: boolean
}

/** The cells of a row's numbers. */
export function CampaignFigures({ figures, before, hasRange }: CampaignFiguresProps) {
  const { numbers } = useDisplay()
  return (
    <>
      <NumberCell className="max-md:hidden">{knownText(numbers.count(figures.leads))}</NumberCell>
      <NumberCell className="max-md:hidden">{knownText(numbers.count(figures.won))}</NumberCell>
      <NumberCell>
        {knownText(numbers.percent(figures.range?.rate))}
        {hasRange && figures.range !== null && (
          <span className="ml-3 inline-block min-w-18 text-ink-3 max-md:ml-0 max-md:block max-md:text-xs">
            {percentRange(figures.range, numbers, 1)}
          </span>
        )}
        {/* Keeps the rates under one another where a row has no range. */}
        {(!hasRange || figures.range === null) && <span className="ml-3 inline-block min-w-18 max-md:hidden" />}
        {before !== undefined && <BeforeNote before={before} />}
      </NumberCell>
      <NumberCell>
        <span className="max-md:hidden">{knownText(numbers.money(figures.value))}</span>
        <span className="md:hidden" title={numbers.money(figures.value)}>
          {knownText(numbers.moneyShort(figures.value))}
        </span>
      </NumberCell>
      <NumberCell className="text-ink-2 max-lg:hidden print:table-cell">
        {knownText(numbers.money(figures.valuePerLead))}
      </NumberCell>
    </>
  )
}

function BeforeNote({ before }: { readonly before: CampaignTotals | null }) {
  const { numbers } = useDisplay()
  return (
    <span className="block text-xs font-normal text-ink-3 max-md:whitespace-normal">
      {before === null || (before.leads === null && before.won === null) ? (
        m.campaigns_before_unknown()
      ) : (
        <>
          {m.campaigns_before({ rate: knownText(numbers.percent(before.range?.rate)) })}
          <span className="max-md:hidden"> · </span>
          <span className="max-md:block">{wonOf(before, numbers)}</span>
        </>
      )}
    </span>
  )
}

function NumberCell({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  return (
    <td className={classNames('tabular px-2 py-1.5 text-right whitespace-nowrap xl:px-3', className)}>{children}</td>
  )
}
