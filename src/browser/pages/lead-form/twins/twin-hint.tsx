import * as m from '#words/m.ts'

/** Says at the field that others have it already, and where to look: beside the form, or right below. */
export function TwinHint({ count }: { readonly count: number }) {
  const claim =
    count === 1 ? m.lead_form_twin_one() : count === 2 ? m.lead_form_twin_two() : m.lead_form_twin_many({ n: count })
  return (
    <span className="text-warn">
      <span className="max-xl:hidden">{m.lead_form_twin_beside({ claim })}</span>
      <span className="xl:hidden">{m.lead_form_twin_below({ claim })}</span>
    </span>
  )
}
