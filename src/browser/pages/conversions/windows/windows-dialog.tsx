import { useState } from 'react'
import { type DeliveryWindows, standardWindows, windowLimits, windowProducts } from '#contract/delivery-windows.ts'
import { FailureFace } from '#parts/failure/failure-face.tsx'
import { announce } from '#parts/notice.tsx'
import { useWriteSettings } from '#queries/settings.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { Select, TextInput } from '#ui/input.tsx'
import { Segmented } from '#ui/segmented.tsx'
import * as m from '#words/m.ts'
import { productWords } from './product-words.ts'
import { fromWindowDraft, toWindowDraft, type WindowUnit } from './window-draft.ts'

interface WindowsDialogProps {
  readonly windows: DeliveryWindows
  readonly onClose: () => void
}

const units: readonly WindowUnit[] = ['hours', 'days']
const unitWords = { hours: m.conversions_windows_unit_hours, days: m.conversions_windows_unit_days } as const

/** How old an event may be, by product; for everybody who uses this dashboard. */
export function WindowsDialog({ windows, onClose }: WindowsDialogProps) {
  const writing = useWriteSettings()
  const [draft, setDraft] = useState(() => toWindowDraft(windows))
  const [isTried, setTried] = useState(false)
  const { windows: next, faults } = fromWindowDraft(draft)
  const save = () => {
    setTried(true)
    if (next === null || writing.isPending) return
    writing.mutate(
      { windows: next },
      {
        onSuccess: () => {
          announce(m.conversions_windows_saved())
          onClose()
        },
      },
    )
  }
  return (
    <Dialog title={m.conversions_windows_title()} closeLabel={m.close()} onClose={onClose}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <p className="text-ink-3">{m.conversions_windows_note()}</p>
        {windowProducts.map((product) => {
          const field = draft.fields[product]
          const change = (part: Partial<typeof field>) =>
            setDraft({ ...draft, fields: { ...draft.fields, [product]: { ...field, ...part } } })
          const isWrong = isTried && faults.includes(product)
          return (
            <Field
              key={product}
              label={productWords[product]()}
              error={isWrong ? m.conversions_windows_fault({ days: windowLimits.max / 24 }) : undefined}
            >
              {(wiring) => (
                <div className="flex gap-2">
                  <TextInput
                    {...wiring}
                    inputMode="numeric"
                    autoComplete="off"
                    className="max-w-28"
                    value={field.text}
                    onChange={(event) => change({ text: event.target.value })}
                  />
                  <Select
                    aria-label={m.conversions_windows_unit({ product: productWords[product]() })}
                    className="max-w-32"
                    value={field.unit}
                    onChange={(event) => change({ unit: units.find((unit) => unit === event.target.value) ?? 'hours' })}
                  >
                    {units.map((unit) => (
                      <option key={unit} value={unit}>
                        {unitWords[unit]()}
                      </option>
                    ))}
                  </Select>
                </div>
              )}
            </Field>
          )
        })}
        <div className="flex flex-col items-start gap-1.5">
          <span aria-hidden="true" className="font-medium">
            {m.conversions_windows_google()}
          </span>
          <Segmented
            label={m.conversions_windows_google()}
            value={draft.google}
            options={(['googleGa4', 'googleAds'] as const).map((value) => ({ value, label: productWords[value]() }))}
            onChange={(google) => setDraft({ ...draft, google })}
          />
        </div>
        {writing.error !== null && <FailureFace failure={writing.error.failure} />}
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" look="primary" aria-disabled={writing.isPending} className="aria-disabled:opacity-50">
            {writing.isPending ? m.lead_form_saving() : m.save()}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {m.cancel()}
          </Button>
          <Button look="link" className="ml-auto" onClick={() => setDraft(toWindowDraft(standardWindows))}>
            {m.conversions_windows_standard()}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
