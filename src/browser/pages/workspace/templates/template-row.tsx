import { useDisplay } from '#parts/display.tsx'
import { templateName } from '#parts/whatsapp/template-name.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import * as m from '#words/m.ts'
import { TemplateFields } from './template-fields.tsx'
import { type TemplateDraft, templateFault } from './template-list.ts'
import type { TemplatesState } from './use-templates.ts'

interface TemplateRowProps {
  readonly draft: TemplateDraft
  readonly state: TemplatesState
  readonly isFirst: boolean
  readonly isLast: boolean
}

/** One template: its name and beginning, or all of it while it is edited. */
export function TemplateRow({ draft, state, isFirst, isLast }: TemplateRowProps) {
  const { key, name, id, en } = draft
  const isOpen = state.openKey === key
  const { locale } = useDisplay()
  const written = templateName({ name }, locale).trim()
  const shownName = written || m.workspace_template_unnamed()
  return (
    <li className="border-t border-line py-2 first:border-t-0">
      <div className="flex min-h-9 items-center gap-1">
        <span className="flex min-w-0 flex-1 flex-col">
          <span className={`truncate ${written === '' ? 'text-ink-3' : 'font-medium'}`} dir="auto">
            {shownName}
          </span>
          {!isOpen && (
            <span className="truncate text-xs text-ink-3" dir="auto">
              {id.trim() || en.trim()}
            </span>
          )}
        </span>
        <IconButton
          label={m.workspace_template_up({ name: shownName })}
          disabled={isFirst || state.isSaving}
          onClick={() => state.move(key, -1)}
        >
          <Icon name="up" />
        </IconButton>
        <IconButton
          label={m.workspace_template_down({ name: shownName })}
          disabled={isLast || state.isSaving}
          onClick={() => state.move(key, 1)}
        >
          <Icon name="down" />
        </IconButton>
        <Button
          look="link"
          className="min-w-16 justify-end"
          aria-expanded={isOpen}
          onClick={() => state.open(isOpen ? null : key)}
        >
          {isOpen ? m.workspace_template_close() : m.workspace_template_edit()}
          <span className="sr-only"> {shownName}</span>
        </Button>
      </div>
      {isOpen && (
        <TemplateFields
          draft={draft}
          fault={state.isTried ? templateFault(draft) : null}
          isDisabled={state.isSaving}
          onChange={(change) => state.change(key, change)}
          onRemove={() => state.remove(key)}
        />
      )}
    </li>
  )
}
