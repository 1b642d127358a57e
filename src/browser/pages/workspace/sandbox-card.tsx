import { platformTroubles, type SandboxState, sandboxLimits, sandboxPlatforms } from '#contract/sandbox-state.ts'
import { AsyncView } from '#parts/async-view.tsx'
import { useDisplay } from '#parts/display.tsx'
import { FailureFace } from '#parts/failure/failure-face.tsx'
import { announce } from '#parts/notice.tsx'
import { useChangeSandbox, useSandbox, useSandboxArrivals } from '#queries/sandbox.ts'
import { useStatus } from '#queries/status.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/input.tsx'
import * as m from '#words/m.ts'
import { platformWord } from '#words/vocabulary-words.ts'

const troubleWords = {
  none: m.workspace_sandbox_none,
  failing: m.workspace_sandbox_failing,
  stalled: m.workspace_sandbox_stalled,
} as const
const dropChoices = [0, 1, 2, 5, sandboxLimits.droppedReplies] as const
const arrivalChoices = [1, 10, 100] as const

/** What the sample workspace can be told to do badly. Not there with a live upstream (safety S36). */
export function SandboxCard() {
  const { data: status } = useStatus()
  return status?.upstream.kind === 'sandbox' ? <SandboxControls /> : null
}

function SandboxControls() {
  const view = useSandbox()
  return (
    <Card title={m.workspace_sandbox()}>
      <p className="-mt-2 mb-3 text-xs text-ink-3">{m.workspace_sandbox_note()}</p>
      <AsyncView view={view}>{(state) => <Controls state={state} />}</AsyncView>
    </Card>
  )
}

function Controls({ state: told }: { readonly state: SandboxState }) {
  const { numbers } = useDisplay()
  const changing = useChangeSandbox()
  // What was picked shows at once, and the next pick builds on it.
  const state = changing.isPending ? changing.variables : told
  const arriving = useSandboxArrivals()
  const failure = changing.error?.failure ?? arriving.error?.failure ?? null
  const { platforms, droppedReplies } = state
  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-3 md:grid-cols-2 lg:grid-cols-4">
        {sandboxPlatforms.map((platform) => (
          <Field key={platform} label={m.workspace_sandbox_platform({ platform: platformWord(platform) })}>
            {(wiring) => (
              <Select
                {...wiring}
                value={platforms[platform]}
                onChange={(event) => {
                  const trouble = platformTroubles.find((one) => one === event.target.value) ?? 'none'
                  changing.mutate({ ...state, platforms: { ...platforms, [platform]: trouble } })
                }}
              >
                {platformTroubles.map((trouble) => (
                  <option key={trouble} value={trouble}>
                    {troubleWords[trouble]()}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ))}
      </div>
      <Field label={m.workspace_sandbox_drop()} hint={m.workspace_sandbox_drop_hint()}>
        {(wiring) => (
          <Select
            {...wiring}
            className="max-w-32"
            value={droppedReplies}
            onChange={(event) => changing.mutate({ ...state, droppedReplies: Number(event.target.value) })}
          >
            {[...new Set([...dropChoices, droppedReplies])]
              .sort((a, b) => a - b)
              .map((count) => (
                <option key={count} value={count}>
                  {numbers.count(count)}
                </option>
              ))}
          </Select>
        )}
      </Field>
      <div className="flex flex-col gap-1.5">
        <p className="font-medium">{m.workspace_sandbox_arrivals()}</p>
        <div className="flex flex-wrap gap-2">
          {arrivalChoices.map((leads) => (
            <Button
              key={leads}
              aria-disabled={arriving.isPending}
              onClick={() => {
                if (arriving.isPending) return
                arriving.mutate(leads, {
                  onSuccess: (n) => announce(m.workspace_sandbox_arrived({ n: numbers.count(n) })),
                })
              }}
            >
              {leads === 1 ? m.workspace_sandbox_arrive_one() : m.workspace_sandbox_arrive({ n: numbers.count(leads) })}
            </Button>
          ))}
        </div>
      </div>
      {failure !== null && <FailureFace failure={failure} />}
    </div>
  )
}
