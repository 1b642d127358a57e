import { useState } from 'react'
import { shortcutsNow } from '#parts/shortcuts.tsx'
import { Dialog } from '#ui/dialog.tsx'
import * as m from '#words/m.ts'

const legend = [
  { className: 'bg-accent', label: m.legend_solid },
  { className: 'hatched', label: m.legend_hatched },
  { className: 'dotted', label: m.legend_dotted },
  { className: 'hollow', label: m.legend_hollow },
] as const

/** The keys of the present screen, and how to read its charts. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  // As the dialog opens: it takes the focus from the row whose keys are wanted.
  const [shortcuts] = useState(shortcutsNow)
  return (
    <Dialog title={m.keys_title()} closeLabel={m.close()} onClose={onClose}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
        {shortcuts.map((shortcut) => (
          <div key={`${shortcut.keys.join()} ${shortcut.label}`} className="contents">
            <dt className="flex gap-1">
              {keyNames(shortcut.keys).map((name) => (
                <kbd key={name} className="rounded-sm border border-line-strong bg-sunken px-1.5 text-xs">
                  {name}
                </kbd>
              ))}
            </dt>
            <dd>{shortcut.label}</dd>
          </div>
        ))}
      </dl>
      <h3 className="font-semibold">{m.legend_title()}</h3>
      <ul className="flex flex-col gap-2">
        {legend.map((entry) => (
          <li key={entry.className} className="flex items-center gap-3">
            <span aria-hidden="true" className={`h-3 w-8 rounded-sm ${entry.className}`} />
            {entry.label()}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

const arrowNames: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' }

/** A row of digits is told by its ends. */
function keyNames(keys: readonly string[]): readonly string[] {
  const isRow = keys.length > 2 && keys.every((key) => /^\d$/.test(key))
  return isRow ? [`${keys[0]}–${keys.at(-1)}`] : keys.map(keyName)
}

function keyName(key: string): string {
  return arrowNames[key] ?? (key.length === 1 ? key.toUpperCase() : key)
}
