import { useDisplay } from '../display.tsx'
import { amountEcho } from './amount-echo.ts'
import { parseAmount } from './amount-input.ts'

/** What is typed, as the amount it is read as: "2,5" is two rupiah and a half, and this says so. Keeps its line while empty. */
export function AmountEcho({ typed }: { readonly typed: string }) {
  const { locale, numbers } = useDisplay()
  const value = parseAmount(typed)
  const plain = typeof value === 'number' && value <= Number.MAX_SAFE_INTEGER ? `= ${numbers.money(value)}` : ''
  return (
    <span aria-live="polite" className="tabular block min-h-4">
      {amountEcho(typed, locale, numbers) ?? plain}
    </span>
  )
}
