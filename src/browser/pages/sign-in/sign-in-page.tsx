import { type ReactNode, useEffect, useState } from 'react'
import { draftOwner } from '#queries/draft-owner.ts'
import * as m from '#words/m.ts'
import { SignInForm } from './sign-in-form.tsx'

interface SignInPageProps {
  /** Beneath the form: language and theme. */
  readonly children: ReactNode
}

/** `/sign-in`: a passphrase and a name, and nothing of the workspace yet. */
export function SignInPage({ children }: SignInPageProps) {
  // The session has ended, or its passphrase was changed: who signs out leaves nothing in the tab.
  const [hasBeenIn] = useState(() => draftOwner() !== null)
  useEffect(() => {
    document.title = `${m.sign_in_title()} · ${m.app_name()}`
  }, [])
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-6 px-4 py-8">
      <div className="flex w-full max-w-90 flex-col gap-5 rounded-lg border border-line bg-surface p-6">
        <header className="flex flex-col gap-1.5">
          <p className="text-xs text-ink-3">{m.app_name()}</p>
          <h1 className="text-title font-semibold">{m.sign_in_title()}</h1>
          <p className="text-ink-2">{m.sign_in_intro()}</p>
        </header>
        {hasBeenIn && <p className="rounded bg-sunken px-3 py-2">{m.sign_in_again()}</p>}
        <SignInForm />
      </div>
      <details className="w-full max-w-90 text-ink-2">
        <summary className="flex min-h-11 cursor-pointer items-center px-2">{m.settings_title()}</summary>
        {children}
      </details>
    </main>
  )
}
