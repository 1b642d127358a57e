import type { Scope } from '#contract/vocabularies.ts'
import { useDisplay } from '#parts/display.tsx'
import { FailureFace } from '#parts/failure/failure-face.tsx'
import { announce } from '#parts/notice.tsx'
import { useProbeScopes } from '#queries/probe-scope.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import * as m from '#words/m.ts'
import { probeText } from './probe-text.ts'

interface ProbeDialogProps {
  readonly scopes: readonly Scope[]
  readonly onClose: () => void
}

/** Says exactly what would be sent to learn what the key may do, and sends it only then. */
export function ProbeDialog({ scopes, onClose }: ProbeDialogProps) {
  const { numbers } = useDisplay()
  const probing = useProbeScopes()
  const send = () => {
    if (probing.isPending) return
    probing.mutate(scopes, {
      onSuccess: () => {
        announce(m.workspace_probe_done())
        onClose()
      },
    })
  }
  const label =
    scopes.length === 1 ? m.workspace_probe_send_one() : m.workspace_probe_send({ n: numbers.count(scopes.length) })
  return (
    <Dialog title={m.workspace_probe_title()} closeLabel={m.close()} onClose={onClose}>
      <p className="text-ink-2">{m.workspace_probe_note()}</p>
      <ul className="flex flex-col gap-2.5">
        {scopes.map((scope) => {
          const { line, body } = probeText(scope)
          return (
            <li key={scope}>
              <p className="font-medium">{scope}</p>
              <p lang="en" className="wrap-anywhere text-xs text-ink-3">
                {line}
                {body !== null && ` · ${m.workspace_probe_body({ body })}`}
              </p>
            </li>
          )
        })}
      </ul>
      {probing.error !== null && <FailureFace failure={probing.error.failure} />}
      <div className="flex flex-wrap gap-2">
        <Button look="primary" aria-disabled={probing.isPending} className="aria-disabled:opacity-50" onClick={send}>
          {probing.isPending ? m.workspace_probe_sending() : label}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {m.cancel()}
        </Button>
      </div>
    </Dialog>
  )
}
