import { Link } from 'react-router'
import { activeFilters, noFilters, withoutFilter } from '#parts/filter/filter-codec.ts'
import { filterWord, useFilterValue } from '#parts/filter/filter-words.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import * as m from '#words/m.ts'
import { fieldWord, statusWord } from '#words/vocabulary-words.ts'
import type { LeadViewControl } from './use-lead-view.ts'

/** No rows: because there is nothing yet, or because nothing matches, which names what to take away. */
export function LeadsEmpty({ control }: { readonly control: LeadViewControl }) {
  const { view, search } = control
  const isNarrowed = view.status !== null || activeFilters(view.filters).length > 0 || search.trim() !== ''
  return isNarrowed ? <NoMatch control={control} /> : <NothingYet />
}

function NothingYet() {
  return (
    <div className="flex flex-col items-start gap-3 p-6">
      <h2 className="text-base font-semibold">{m.leads_empty_title()}</h2>
      <p className="max-w-prose text-ink-2">{m.leads_empty_text()}</p>
      <Link to="/leads/new" className={buttonClass('plain')}>
        {m.nav_new_lead()}
      </Link>
    </div>
  )
}

function NoMatch({ control }: { readonly control: LeadViewControl }) {
  const { view, search } = control
  const valueWord = useFilterValue()
  const names = activeFilters(view.filters)
  const last = names.at(-1)
  const parts = [
    view.status !== null && `${fieldWord('status')} ${statusWord(view.status)}`,
    ...names.map((name) => `${filterWord(name)} ${valueWord(name, view.filters)}`),
    search.trim() !== '' && m.leads_no_match_search({ text: search.trim() }),
  ].filter((part) => part !== false)
  return (
    <div className="flex flex-col items-start gap-3 p-6">
      <h2 className="text-base font-semibold">{m.leads_no_match()}</h2>
      <p className="max-w-prose text-ink-2">{parts.join(' · ')}</p>
      <div className="flex flex-wrap gap-2">
        {search.trim() !== '' ? (
          <Button onClick={() => control.searchFor('', 0)}>
            {m.leads_clear_one({ filter: m.leads_search_word() })}
          </Button>
        ) : last !== undefined ? (
          <Button onClick={() => control.change({ filters: withoutFilter(view.filters, last) })}>
            {m.leads_clear_one({ filter: filterWord(last) })}
          </Button>
        ) : (
          <Button onClick={() => control.change({ status: null })}>
            {m.leads_clear_one({ filter: fieldWord('status') })}
          </Button>
        )}
        {parts.length > 1 && (
          <Button look="quiet" onClick={() => control.changeWithoutSearch({ status: null, filters: noFilters })}>
            {m.leads_clear_all()}
          </Button>
        )}
      </div>
    </div>
  )
}
