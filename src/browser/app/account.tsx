import { useId } from 'react'
import { roleWord } from '#parts/access/role-word.ts'
import { failureText } from '#parts/failure/failure-text.ts'
import { MeChooser } from '#parts/me/me-chooser.tsx'
import { useOwnSession } from '#queries/own-session.ts'
import { useSignOut } from '#queries/session.ts'
import { Button } from '#ui/button.tsx'
import * as m from '#words/m.ts'

/** Who is signed in here, which member that is, and the way out. Nothing where nobody has to sign in. */
export function Account() {
  const session = useOwnSession()
  const signOut = useSignOut()
  const label = useId()
  if (session === null || session.role === null || session.name === null) return null
  return (
    <section aria-label={m.account_title()} className="flex flex-col gap-2 p-2">
      <p className="font-medium break-words">{m.account_as({ name: session.name, role: roleWord(session.role) })}</p>
      <div className="flex flex-col gap-1.5">
        <p id={label} className="text-xs text-ink-2">
          {m.account_member()}
        </p>
        <MeChooser labelledBy={label} />
      </div>
      <Button onClick={() => signOut.mutate()} disabled={signOut.isPending}>
        {m.sign_out()}
      </Button>
      {signOut.error !== null && (
        <p role="alert" className="text-xs text-bad">
          {failureText(signOut.error.failure)}
        </p>
      )}
    </section>
  )
}
