import type { ReactNode } from 'react'
import type { Summary } from '#contract/analytics.ts'
import { useDisplay } from '#parts/display.tsx'
import { type CampaignRow, type CampaignTotals, campaignRest } from '#parts/figures/campaign-rows.ts'
import { knownText, percentRange } from '#parts/figures/range-text.ts'
import { classNames } from '#ui/class-names.ts'
import * as m from '#words/m.ts'
import { platformWord } from '#words/vocabulary-words.ts'
import { nameOf } from './campaign-plot.tsx'

interface CampaignTableProps {
  readonly rows: readonly CampaignRow[]
  readonly totals: CampaignTotals
  readonly summary: Summary | undefined
}

/** All campaigns with their figures, those of most value first, their sum, and what the sum leaves out. */
export function CampaignTable({ rows, totals, summary }: CampaignTableProps) {
  return (
    <section className="rounded-lg border border-line bg-surface">
      <table className="w-full">
        <thead>
          <tr className="h-12 text-xs text-ink-3">
            <th scope="col" className="px-3 text-left font-normal">
              {m.campaigns_name()}
            </th>
            <th scope="col" className="px-3 text-left font-normal whitespace-nowrap max-md:hidden">
              {m.campaigns_platform()}
            </th>
            <NumberHead className="max-md:hidden">{m.campaigns_leads()}</NumberHead>
            <NumberHead className="max-md:hidden">{m.campaigns_won()}</NumberHead>
            <NumberHead>
              <span className="max-md:block max-md:whitespace-normal">{m.campaigns_rate()}</span>
              <span className="block text-ink-3">{m.campaigns_rate_note()}</span>
            </NumberHead>
            <NumberHead>{m.campaigns_value()}</NumberHead>
            <NumberHead className="max-lg:hidden">{m.campaigns_value_per_lead()}</NumberHead>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="h-10 border-t border-line">
              <th scope="row" className="px-3 py-1.5 text-left font-medium">
                {nameOf(row)}
                <PhoneNote figures={row} platform={row.platform} />
              </th>
              <td className="px-3 whitespace-nowrap text-ink-2 max-md:hidden">
                {knownText(platformWord(row.platform))}
              </td>
              <Figures figures={row} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="h-10 border-t border-line-strong font-semibold">
            <th scope="row" className="px-3 py-1.5 text-left font-semibold">
              {m.campaigns_total()}
              <PhoneNote figures={totals} platform="" />
            </th>
            <td className="max-md:hidden" />
            <Figures figures={totals} isTotal />
          </tr>
        </tfoot>
      </table>
      <p className="border-t border-line px-3 py-2.5 text-xs text-ink-3">
        <RestText totals={totals} summary={summary} /> {m.campaigns_roas()}
      </p>
    </section>
  )
}

/** What a phone has no columns for. */
function PhoneNote({ figures, platform }: { readonly figures: CampaignTotals; readonly platform: string }) {
  const { numbers } = useDisplay()
  const won = knownText(numbers.count(figures.won))
  const leads = knownText(numbers.count(figures.leads))
  return (
    <span className="tabular block text-xs font-normal text-ink-3 md:hidden">
      {platform !== '' && `${platformWord(platform)} · `}
      {m.campaigns_won_of({ won, leads })}
    </span>
  )
}

interface NumberCellProps {
  readonly children: ReactNode
  readonly className?: string
}

const numberCell = 'tabular px-2 text-right whitespace-nowrap xl:px-3'

function NumberHead({ children, className }: NumberCellProps) {
  return (
    <th scope="col" className={classNames(numberCell, 'py-1.5 leading-4 font-normal', className)}>
      {children}
    </th>
  )
}

function NumberCell({ children, className }: NumberCellProps) {
  return <td className={classNames(numberCell, className)}>{children}</td>
}

function Figures({ figures, isTotal = false }: { readonly figures: CampaignTotals; readonly isTotal?: boolean }) {
  const { numbers } = useDisplay()
  return (
    <>
      <NumberCell className="max-md:hidden">{knownText(numbers.count(figures.leads))}</NumberCell>
      <NumberCell className="max-md:hidden">{knownText(numbers.count(figures.won))}</NumberCell>
      <NumberCell>
        {knownText(numbers.percent(figures.range?.rate))}
        {!isTotal && figures.range !== null && (
          <span className="ml-3 inline-block min-w-18 text-ink-3 max-md:ml-0 max-md:block max-md:text-xs">
            {percentRange(figures.range, numbers, 1)}
          </span>
        )}
        {isTotal && <span className="ml-3 inline-block min-w-18 max-md:hidden" />}
      </NumberCell>
      <NumberCell>
        <span className="max-md:hidden">{knownText(numbers.money(figures.value))}</span>
        <span className="md:hidden" title={numbers.money(figures.value)}>
          {knownText(numbers.moneyShort(figures.value))}
        </span>
      </NumberCell>
      <NumberCell className="text-ink-2 max-lg:hidden">{knownText(numbers.money(figures.valuePerLead))}</NumberCell>
    </>
  )
}

function RestText({ totals, summary }: Omit<CampaignTableProps, 'rows'>) {
  const { numbers } = useDisplay()
  const rest = campaignRest(totals, summary)
  if (rest.kind === 'unknown') return null
  if (rest.kind === 'none') return m.campaigns_rest_none()
  if (rest.kind === 'apart') return m.campaigns_rest_apart()
  return m.campaigns_rest({ leads: numbers.count(rest.leads), won: numbers.count(rest.won) })
}
