import { useId } from 'react'
import { IconButton } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import { Icon } from '#ui/icon.tsx'
import { Select } from '#ui/input.tsx'
import * as m from '#words/m.ts'
import { type CampaignsView, campaignSorts, firstOrder, type Order } from '../campaigns-view-codec.ts'
import { campaignColumns, shownSort } from './campaign-columns.ts'

export interface SortingProps {
  readonly view: CampaignsView
  readonly onView: (change: Partial<CampaignsView>) => void
}

const turned: Readonly<Record<Order, Order>> = { asc: 'desc', desc: 'asc' }

/** The head of the table: each column sorts, a second press turns the order. */
export function SortingHead({ view, onView }: SortingProps) {
  const sorted = shownSort(view.sort, view.by)
  return (
    <thead>
      <tr className="h-12 text-xs text-ink-3">
        {campaignColumns(view.by).map(({ sort, word, note, isNumber, className }) => (
          <th
            key={sort}
            scope="col"
            aria-sort={sort === sorted ? (view.order === 'asc' ? 'ascending' : 'descending') : undefined}
            className={classNames('font-normal', isNumber ? 'px-2 text-right xl:px-3' : 'px-3 text-left', className)}
          >
            <button
              type="button"
              className={classNames(
                'inline-flex min-h-8 items-center gap-1 rounded leading-4 wrap-normal hover:text-ink pointer-coarse:min-h-11',
                isNumber && 'flex-row-reverse text-right',
                sort === sorted && 'font-medium text-ink',
              )}
              onClick={() =>
                onView(sort === sorted ? { order: turned[view.order] } : { sort, order: firstOrder(sort) })
              }
            >
              <span>
                {word()}
                {note !== undefined && <span className="block font-normal text-ink-3">{note()}</span>}
              </span>
              {sort === sorted && <Icon name={view.order === 'asc' ? 'up' : 'down'} size={12} className="shrink-0" />}
            </button>
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** The same where columns are hidden. */
export function SortingSelect({ view, onView }: SortingProps) {
  const control = useId()
  const columns = campaignColumns(view.by)
  return (
    <div className="flex items-center gap-2 border-b border-line px-3 py-2 lg:hidden print:hidden">
      <label htmlFor={control} className="shrink-0 text-xs text-ink-3">
        {m.campaigns_sort()}
      </label>
      <div className="min-w-0 flex-1">
        <Select
          id={control}
          className="max-w-60"
          value={shownSort(view.sort, view.by)}
          onChange={(event) => {
            const sort = campaignSorts.find((one) => one === event.target.value)
            if (sort !== undefined) onView({ sort, order: firstOrder(sort) })
          }}
        >
          {columns.map(({ sort, word }) => (
            <option key={sort} value={sort}>
              {sort === 'rate' ? m.campaigns_sort_rate() : word()}
            </option>
          ))}
        </Select>
      </div>
      <IconButton label={m.campaigns_reverse()} onClick={() => onView({ order: turned[view.order] })}>
        <Icon name={view.order === 'asc' ? 'up' : 'down'} />
      </IconButton>
    </div>
  )
}
