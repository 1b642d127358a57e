import { useEffect } from 'react'
import { usePreference } from '#parts/preference.ts'
import { type Locale, switchLocale } from '#words/locale.ts'
import { chooseLocale, localePreference } from './preferences.ts'

/** Switches to the language of this person; whoever draws must draw anew when it changes, for messages do not know React. */
export function useLocale(workspaceLanguage: string | null | undefined): Locale {
  const locale = chooseLocale(usePreference(localePreference), workspaceLanguage)
  switchLocale(locale)
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  return locale
}
