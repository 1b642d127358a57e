import { useEffect } from 'react'
import { BrowserRouter } from 'react-router'
import { DisplayProvider } from '#parts/display.tsx'
import { usePreference, writePreference } from '#parts/preference.ts'
import { QueryProvider } from '#queries/query-provider.tsx'
import { useWorkspace } from '#queries/workspace.ts'
import { nearestLocale, switchLocale } from '#words/locale.ts'
import {
  applyTheme,
  chooseLocale,
  localePreference,
  themeOf,
  themePreference,
  workspaceLocalePreference,
} from './preferences.ts'
import { Shell } from './shell.tsx'

export function App() {
  return (
    <QueryProvider>
      <BrowserRouter>
        <Localized />
      </BrowserRouter>
    </QueryProvider>
  )
}

/** Draws everything anew when the language changes: messages are plain functions and do not know React. */
function Localized() {
  const { data: workspace } = useWorkspace()
  const locale = chooseLocale(usePreference(localePreference), workspace?.language)
  switchLocale(locale)
  useTheme()
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  useEffect(() => {
    const language = nearestLocale(workspace?.language)
    if (language !== null) writePreference(workspaceLocalePreference, language)
  }, [workspace?.language])
  return (
    <DisplayProvider key={locale} locale={locale}>
      <Shell />
    </DisplayProvider>
  )
}

function useTheme(): void {
  const theme = themeOf(usePreference(themePreference))
  useEffect(() => {
    applyTheme(theme)
    if (theme !== 'system') return
    const system = matchMedia('(prefers-color-scheme: dark)')
    const follow = () => applyTheme('system')
    system.addEventListener('change', follow)
    return () => system.removeEventListener('change', follow)
  }, [theme])
}
