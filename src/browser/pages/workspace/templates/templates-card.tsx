import { templateLimits } from '#contract/settings.ts'
import { AsyncView } from '#parts/async-view.tsx'
import { useDisplay } from '#parts/display.tsx'
import { FailureFace } from '#parts/failure/failure-face.tsx'
import { announce } from '#parts/notice.tsx'
import { useSettings } from '#queries/settings.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import * as m from '#words/m.ts'
import { canAdd, type TemplateSettings } from './template-list.ts'
import { TemplateRow } from './template-row.tsx'
import { useTemplates } from './use-templates.ts'

/** The messages to begin a chat with, edited once for everybody who uses this dashboard. */
export function TemplatesCard() {
  const view = useSettings()
  return (
    <Card title={m.workspace_templates()}>
      <p className="-mt-2 mb-2 max-w-prose text-xs text-ink-3">{m.workspace_templates_note()}</p>
      <AsyncView view={view}>{(settings) => <TemplateEditor saved={settings} />}</AsyncView>
    </Card>
  )
}

function TemplateEditor({ saved }: { readonly saved: TemplateSettings }) {
  const state = useTemplates(saved, () => announce(m.workspace_templates_saved()))
  const { numbers } = useDisplay()
  const { drafts, isChanged, isOvertaken, isSaving, failure } = state
  return (
    <form
      noValidate
      aria-busy={isSaving}
      onSubmit={(event) => {
        event.preventDefault()
        state.save()
      }}
    >
      {drafts.length === 0 && <p className="py-2 text-ink-3">{m.workspace_templates_empty()}</p>}
      <ul>
        {drafts.map((draft, index) => (
          <TemplateRow
            key={draft.key}
            draft={draft}
            state={state}
            isFirst={index === 0}
            isLast={index === drafts.length - 1}
          />
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-2 border-t border-line pt-3">
        <Button look="link" disabled={!canAdd(drafts) || isSaving} onClick={state.add}>
          {m.workspace_template_add()}
        </Button>
        <span className="tabular text-xs text-ink-3">
          {m.lead_form_counter({ n: numbers.count(drafts.length), max: numbers.count(templateLimits.count) })}
        </span>
        {isChanged && (
          <span className="ml-auto flex items-center gap-2">
            <Button look="quiet" disabled={isSaving} onClick={state.discard}>
              {m.workspace_templates_discard()}
            </Button>
            <Button type="submit" look="primary" aria-disabled={isSaving} className="aria-disabled:opacity-50">
              {isSaving ? m.lead_form_saving() : m.save()}
            </Button>
          </span>
        )}
      </div>
      {isOvertaken && (
        <p role="status" className="mt-3 rounded bg-warn-soft p-3 text-warn">
          {m.workspace_templates_overtaken()}
        </p>
      )}
      {failure !== null && (
        <div className="mt-3 rounded bg-bad-soft p-3">
          <FailureFace failure={failure} askAgain={state.save} />
        </div>
      )}
    </form>
  )
}
