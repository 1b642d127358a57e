import { useState } from 'react'
import { maturityDaysLimits } from '#contract/settings.ts'
import { AsyncView } from '#parts/async-view.tsx'
import { FailureFace } from '#parts/failure/failure-face.tsx'
import { announce } from '#parts/notice.tsx'
import { useSettings, useWriteSettings } from '#queries/settings.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Field } from '#ui/field.tsx'
import { TextInput } from '#ui/input.tsx'
import * as m from '#words/m.ts'

/** How long leads are given to be won before a period's rates are judged: one number for everybody. */
export function MaturityCard() {
  return (
    <Card title={m.workspace_maturity()}>
      <p className="-mt-2 mb-3 max-w-prose text-xs text-ink-3">{m.workspace_maturity_note()}</p>
      <AsyncView view={useSettings()}>
        {({ maturityDays }) => <MaturityForm key={maturityDays} saved={maturityDays} />}
      </AsyncView>
    </Card>
  )
}

function MaturityForm({ saved }: { readonly saved: number }) {
  const [typed, setTyped] = useState(String(saved))
  const writing = useWriteSettings()
  const { least, most } = maturityDaysLimits
  const days = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : null
  const error = days === null || days < least || days > most ? m.workspace_maturity_wrong({ least, most }) : undefined
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (error !== undefined || days === null || writing.isPending) return
        writing.mutate({ maturityDays: days }, { onSuccess: () => announce(m.workspace_maturity_saved({ days })) })
      }}
    >
      <Field label={m.workspace_maturity_days()} error={error} className="w-40">
        {(wiring) => (
          <TextInput {...wiring} inputMode="numeric" value={typed} onChange={(event) => setTyped(event.target.value)} />
        )}
      </Field>
      <Button type="submit" disabled={days === saved || writing.isPending}>
        {m.workspace_maturity_save()}
      </Button>
      {writing.error !== null && <FailureFace failure={writing.error.failure} askAgain={() => writing.reset()} />}
    </form>
  )
}
