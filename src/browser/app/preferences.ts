import { readPreference } from '#parts/preference.ts'
import { type Locale, nearestLocale } from '#words/locale.ts'

export type Theme = 'system' | 'light' | 'dark'
export const themes = ['system', 'light', 'dark'] as const satisfies readonly Theme[]

/** Name of the theme preference; `public/theme.js` reads the same one before the first paint. */
export const themePreference = 'theme'
/** The language a person chose. */
export const localePreference = 'locale'
/** The language of the workspace as last seen, so that the next start begins in it. */
export const workspaceLocalePreference = 'workspace-locale'

export function themeOf(stored: string | null): Theme {
  return themes.find((theme) => theme === stored) ?? 'system'
}

/** Shows a theme now. */
export function applyTheme(theme: Theme): void {
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
}

/** A person's own choice, else the workspace's language, else the browser's. */
export function chooseLocale(own: string | null, workspaceLanguage: string | null | undefined): Locale {
  return (
    nearestLocale(own) ??
    nearestLocale(workspaceLanguage) ??
    nearestLocale(readPreference(workspaceLocalePreference)) ??
    nearestLocale(navigator.language) ??
    'en'
  )
}
