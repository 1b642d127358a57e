import { lazy, Suspense } from 'react'
import { DisplaySettings } from './display-settings.tsx'
import { onceOnline } from './page-routes.ts'
import { useLocale } from './use-locale.ts'
import { useTheme } from './use-theme.ts'

const SignInPage = lazy(
  onceOnline(() => import('#pages/sign-in/sign-in-page.tsx').then((page) => ({ default: page.SignInPage }))),
)

/** The one page for who is not in: its language is this browser's, for the workspace's is not theirs to know yet. */
export function SignInScreen() {
  const locale = useLocale(null)
  useTheme()
  return (
    <Suspense fallback={null}>
      <SignInPage key={locale}>
        <DisplaySettings />
      </SignInPage>
    </Suspense>
  )
}
