import { Skeleton } from '#ui/skeleton.tsx'
import * as m from '#words/m.ts'
import { Late } from '../late.tsx'
import { latePart } from '../late-part.ts'
import type { FilterFormProps } from './filter-form.tsx'

/** The form of the filters: a list shows before anybody narrows it. */
export const filterForm = latePart(() => import('./filter-form.tsx').then((module) => module.FilterForm))

/** The controls of the filters, as soon as their code is there. */
export function FilterFields(props: FilterFormProps) {
  return (
    <Late
      part={filterForm}
      props={props}
      fallback={<Skeleton lines={5} className="p-2" />}
      failing={
        <p role="alert" className="p-2">
          {m.crash_text()}
        </p>
      }
    />
  )
}
