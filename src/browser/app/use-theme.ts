import { useEffect } from 'react'
import { usePreference } from '#parts/preference.ts'
import { applyTheme, themeOf, themePreference } from './preferences.ts'

/** Shows the theme of this browser, and follows the system where that was chosen. */
export function useTheme(): void {
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
