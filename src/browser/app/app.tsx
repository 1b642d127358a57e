import { useEffect } from 'react'
import { BrowserRouter } from 'react-router'
import { rememberedSession } from '#parts/access/remembered-role.ts'
import { DisplayProvider } from '#parts/display.tsx'
import { writePreference } from '#parts/preference.ts'
import { putOwnSession } from '#queries/own-session.ts'
import { QueryProvider } from '#queries/query-provider.tsx'
import { useWorkspace } from '#queries/workspace.ts'
import { nearestLocale } from '#words/locale.ts'
import { Gate } from './gate.tsx'
import { workspaceLocalePreference } from './preferences.ts'
import { Shell } from './shell.tsx'
import { useLocale } from './use-locale.ts'
import { useTheme } from './use-theme.ts'

// Before the first question: nobody waits for the server to say what it said last time.
putOwnSession(rememberedSession())

export function App() {
  return (
    <QueryProvider>
      <BrowserRouter>
        <Gate>
          <Localized />
        </Gate>
      </BrowserRouter>
    </QueryProvider>
  )
}

/** Draws everything anew when the language changes. */
function Localized() {
  const { data: workspace } = useWorkspace()
  const locale = useLocale(workspace?.language)
  useTheme()
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
