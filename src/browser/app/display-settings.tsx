import { usePreference, writePreference } from '#parts/preference.ts'
import { singleKeysPreference } from '#parts/shortcuts.tsx'
import { Field } from '#ui/field.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { currentLocale, locales } from '#words/locale.ts'
import * as m from '#words/m.ts'
import { localePreference, themeOf, themePreference, themes } from './preferences.ts'

const themeWords = { system: m.theme_system, light: m.theme_light, dark: m.theme_dark } as const
const localeWords = { en: m.language_en, id: m.language_id } as const

/** Theme, language and single keys: choices of this browser. */
export function DisplaySettings() {
  const theme = themeOf(usePreference(themePreference))
  const singleKeys = usePreference(singleKeysPreference) !== 'off'
  return (
    <div className="flex flex-col gap-3 p-2">
      <p className="font-medium">{m.theme()}</p>
      <Segmented
        label={m.theme()}
        value={theme}
        options={themes.map((value) => ({ value, label: themeWords[value]() }))}
        onChange={(value) => writePreference(themePreference, value === 'system' ? null : value)}
      />
      <p className="font-medium">{m.language()}</p>
      <Segmented
        label={m.language()}
        value={currentLocale()}
        options={locales.map((value) => ({ value, label: localeWords[value]() }))}
        onChange={(value) => writePreference(localePreference, value)}
      />
      <Field label={m.keys_single_on()} className="flex-row-reverse items-center justify-end">
        {(wiring) => (
          <input
            {...wiring}
            type="checkbox"
            className="size-4 accent-accent"
            checked={singleKeys}
            onChange={(event) => writePreference(singleKeysPreference, event.target.checked ? null : 'off')}
          />
        )}
      </Field>
    </div>
  )
}
