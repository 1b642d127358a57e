import { Field } from '#ui/field.tsx'
import { TextInput } from '#ui/input.tsx'
import { fieldWord } from '#words/vocabulary-words.ts'
import { AmountEcho } from './amount-echo-line.tsx'
import { usePausedFault } from './use-paused-fault.ts'

interface AmountEntryProps {
  readonly field: 'estimatedValue' | 'actualValue'
  readonly typed: string
  readonly fault: string | undefined
  readonly onType: (text: string) => void
}

/** The one thing a small dialog asks for: an amount, large, and beneath it what it is read as. */
export function AmountEntry({ field, typed, fault, onType }: AmountEntryProps) {
  const paused = usePausedFault(typed)
  return (
    <Field label={fieldWord(field)} error={fault ?? paused} hint={<AmountEcho typed={typed} />}>
      {(wiring) => (
        <TextInput
          {...wiring}
          data-first-focus=""
          className="tabular h-11 text-lg"
          inputMode="decimal"
          autoComplete="off"
          placeholder="Rp"
          value={typed}
          onChange={(event) => onType(event.target.value)}
        />
      )}
    </Field>
  )
}
