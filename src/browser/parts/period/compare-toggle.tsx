import { buttonClass } from '#ui/button.tsx'
import { KeyHint } from '#ui/key-hint.tsx'
import * as m from '#words/m.ts'
import { useShortcut } from '../shortcuts.tsx'

interface CompareToggleProps {
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

/** Sets the earlier period beside the present one, by press or by X. */
export function CompareToggle({ isOn, onChange }: CompareToggleProps) {
  useShortcut(['x'], m.compare_key(), () => onChange(!isOn))
  return (
    <button
      type="button"
      aria-pressed={isOn}
      aria-keyshortcuts="X"
      className={buttonClass('plain', 'aria-pressed:border-ink aria-pressed:bg-accent-soft print:hidden')}
      onClick={() => onChange(!isOn)}
    >
      {m.compare()}
      <KeyHint>X</KeyHint>
    </button>
  )
}
