import * as m from '#words/m.ts'
import { Ticking } from './ticking.tsx'

/** Counts down to when a person may send again (`until`: epoch milliseconds); nothing happens by itself. */
export function WaitLine({ until }: { readonly until: number }) {
  return (
    <div role="alert">
      <Ticking
        until={until}
        text={(seconds) => m.support_wait({ seconds })}
        spoken={m.support_wait_spoken()}
        over={m.support_wait_over()}
      />
    </div>
  )
}
