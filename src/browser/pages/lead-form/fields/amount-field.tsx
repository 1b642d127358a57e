import { useDisplay } from '#parts/display.tsx'
import { amountEcho } from '#parts/lead/amount-echo.ts'
import { usePausedFault } from '#parts/lead/use-paused-fault.ts'
import { TextField, type TextFieldProps } from './text-field.tsx'

/** An amount, with what it is read as beneath wherever that could surprise: "2,5" is 2.5 and no million. */
export function AmountField(props: Omit<TextFieldProps, 'max' | 'hint' | 'inputMode'>) {
  const { locale, numbers } = useDisplay()
  const paused = usePausedFault(props.value)
  const echo = amountEcho(props.value, locale, numbers)
  return (
    <TextField
      {...props}
      error={props.error ?? paused}
      inputMode="decimal"
      hint={echo === null ? undefined : <span className="tabular">{echo}</span>}
    />
  )
}
