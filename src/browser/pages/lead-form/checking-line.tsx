import { Ticking } from '#parts/failure/ticking.tsx'
import * as m from '#words/m.ts'
import type { Checking } from './use-save-lead.ts'

/** A save without an answer is being looked for: what is known, what happens next, and when. */
export function CheckingLine({ checking: { dueAt } }: { readonly checking: Checking }) {
  return (
    <div role="alert" className="flex flex-col gap-1 rounded bg-warn-soft p-4">
      <p className="max-w-prose font-medium text-warn">{m.lead_form_unknown()}</p>
      {dueAt === null ? (
        <p className="max-w-prose">{m.lead_form_look_soon()}</p>
      ) : (
        <Ticking
          until={dueAt}
          text={(seconds) => m.lead_form_look_in({ seconds })}
          spoken={m.lead_form_look_soon()}
          over={m.lead_form_looking()}
        />
      )}
    </div>
  )
}
